import { useText } from '@yilu/platform/web';
import type { Colours } from './colouring.ts';
import { texts } from './text.ts';
import './building-grid.css';

/** What each shade stands for. */
export function Legend({ colours }: { readonly colours: Colours }) {
  const t = useText();
  return (
    <ul className="pr-legend" aria-label={t(texts.legend)}>
      <li>{t(colours.title)}</li>
      {colours.values.map(({ value, name, look }) => (
        <li key={value}>
          <i className={`pr-swatch pr-look-${look}`} aria-hidden="true" /> {t(name)}
        </li>
      ))}
    </ul>
  );
}
