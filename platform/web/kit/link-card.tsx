import { Link } from '../pages/navigate.tsx';
import './link-card.css';

interface LinkCardProps {
  readonly to: string;
  readonly title: string;
  /** One sentence: what is to be found there. */
  readonly note: string;
  /** How it stands now, such as "2 projects"; nothing while that is on its way. */
  readonly fact?: string | undefined;
}

/** A page among others that one page leads to. */
export function LinkCard({ to, title, note, fact }: LinkCardProps) {
  return (
    <Link to={to} className="yl-link-card">
      <b>{title}</b>
      <span className="yl-quiet">{note}</span>
      <span className="yl-foot">{fact}</span>
    </Link>
  );
}
