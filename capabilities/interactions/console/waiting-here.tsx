import { asksFirst, Link, SyncMark, useFormats, useText, useWaiting } from '@yilu/platform/web';
import './interactions.css';

/** What was written about this person on this device and the server does not have yet, above what it has. */
export function WaitingHere({ personId }: { readonly personId: string }) {
  const t = useText();
  const formats = useFormats();
  const here = useWaiting().filter(({ subjectId, state }) => subjectId === personId && state !== 'sent');
  if (here.length === 0) return null;
  return (
    <ul className="in-callers">
      {here.map((record) => (
        <li key={record.id}>
          <Link to="/waiting">{t(record.title)}</Link>
          <span className="yl-quiet">{formats.instant(new Date(record.writtenAt))}</span>
          <SyncMark state={asksFirst(record, Date.now()) ? 'asking' : record.state} />
        </li>
      ))}
    </ul>
  );
}
