import { Link, SyncMark, useFormats, useText, useWaiting } from '@yilu/platform/web';
import './interactions.css';

/** What was written about this person on this device and the server does not have yet, above what it has. */
export function WaitingHere({ personId }: { readonly personId: string }) {
  const t = useText();
  const formats = useFormats();
  const here = useWaiting().filter(({ subjectId, state }) => subjectId === personId && state !== 'sent');
  if (here.length === 0) return null;
  return (
    <ul className="in-callers">
      {here.map(({ id, title, writtenAt, state }) => (
        <li key={id}>
          <Link to="/waiting">{t(title)}</Link>
          <span className="yl-quiet">{formats.instant(new Date(writtenAt))}</span>
          <SyncMark state={state} />
        </li>
      ))}
    </ul>
  );
}
