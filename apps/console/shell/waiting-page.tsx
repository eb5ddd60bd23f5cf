import {
  asksFirst,
  EmptyState,
  errorOf,
  Link,
  PageBody,
  PageHeader,
  SyncMark,
  tallyOf,
  useFormats,
  useOnline,
  useOutbox,
  useText,
  useToast,
  useWaiting,
  type WaitingRecord,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { texts } from './texts.ts';
import './waiting-page.css';

/** What was written on this device: what waits, what the server declined and why, and what went today. */
export function WaitingPage() {
  const t = useText();
  const outbox = useOutbox();
  const records = useWaiting();
  const isOnline = useOnline();
  const [isSending, setSending] = useState(false);
  const waits = tallyOf(records, Date.now()).waiting > 0;
  const send = async () => {
    setSending(true);
    await outbox?.flush({ evenBefore: true });
    setSending(false);
  };
  return (
    <>
      <PageHeader
        title={t(texts.waiting)}
        back="/today"
        actions={
          waits && (
            <Button type="primary" disabled={!isOnline} loading={isSending} onClick={() => void send()}>
              {t(texts.sendNow)}
            </Button>
          )
        }
      />
      <PageBody>
        {records.length === 0 ? (
          <EmptyState title={t(texts.nothingWaits)}>{t(texts.nothingWaitsWhy)}</EmptyState>
        ) : (
          <ul className="yl-waiting">
            {records.map((record) => (
              <Waiting key={record.id} record={record} />
            ))}
          </ul>
        )}
      </PageBody>
    </>
  );
}

function Waiting({ record }: { readonly record: WaitingRecord }) {
  const t = useText();
  const tell = useToast();
  const formats = useFormats();
  const outbox = useOutbox();
  const { id, title, about, state, opensAt, maybeThere } = record;
  const isAsking = asksFirst(record, Date.now());
  const send = async () => {
    await outbox?.confirm(id);
    await outbox?.flush({ evenBefore: true });
  };
  const drop = async () => {
    await outbox?.drop(id);
    tell({ message: t(maybeThere ? texts.droppedMaybeThere : texts.dropped), undo: () => outbox?.put(record) });
  };
  return (
    <li>
      <div className="yl-waiting-head">
        <span>
          <b className="yl-strong">{about ?? t(texts.noName)}</b> {t(title)}
        </span>
        <SyncMark state={isAsking ? 'asking' : state} />
      </div>
      <div className="yl-quiet">{formats.instant(new Date(record.writtenAt))}</div>
      {isAsking && <p className="yl-quiet">{t(maybeThere ? texts.writtenLongAgoMaybeThere : texts.writtenLongAgo)}</p>}
      {state === 'refused' && (
        <p className="yl-late" role="alert">
          {errorOf(record).message}
        </p>
      )}
      {state !== 'sent' && (
        <div className="yl-waiting-acts">
          {opensAt && (
            <Link className="yl-waiting-open" to={`${opensAt}${opensAt.includes('?') ? '&' : '?'}waiting=${id}`}>
              {t(texts.openWaiting)}
            </Link>
          )}
          {isAsking && <Button onClick={() => void send()}>{t(texts.sendAnyway)}</Button>}
          <Button type="text" onClick={() => void drop()}>
            {t(texts.discard)}
          </Button>
        </div>
      )}
    </li>
  );
}
