import { SidePanel, useAsk, useFormats, useMay, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { type AuditEntry, openAuditEntry, searchAudit, unsealAudit } from '../contract/index.ts';
import { wordsOfAction } from './actions.ts';
import { Refused } from './sign-in-page.tsx';
import { control } from './text.ts';

/** One entry with its values before and after; personal ones on request, which is recorded. */
export function AuditEntryPanel({
  entry,
  onClose,
}: {
  readonly entry: AuditEntry | undefined;
  readonly onClose: () => void;
}) {
  const t = useText();
  return (
    <SidePanel open={entry !== undefined} title={entry && t(wordsOfAction(entry.action))} onClose={onClose} width={520}>
      {entry && <Entry key={entry.id} entry={entry} />}
    </SidePanel>
  );
}

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const t = useText();
  const may = useMay();
  const formats = useFormats();
  const opening = useAsk(openAuditEntry, { invalidates: [searchAudit] });
  const shown = opening.data ?? entry;
  return (
    <>
      <p>
        {entry.actorName} · {formats.instant(entry.at)}
      </p>
      {entry.reason && (
        <p className="yl-quiet">
          {t(control.reason)}：{entry.reason}
        </p>
      )}
      {opening.error && <Refused message={opening.error.message} />}
      {shown.isSealed ? (
        <div className="yl-id-acts">
          <span className="yl-quiet">{t(control.sealed)}</span>
          {may(unsealAudit) && (
            <Button size="small" loading={opening.isPending} onClick={() => opening.mutate({ entryId: entry.id })}>
              {t(control.unseal)}（{t(control.unsealNote)}）
            </Button>
          )}
        </div>
      ) : (
        <div className="yl-id-images">
          <Image title={t(control.before)} value={shown.before} />
          <Image title={t(control.after)} value={shown.after} />
        </div>
      )}
      {entry.requestId && (
        <p className="yl-foot">
          {t(control.request)} {entry.requestId}
        </p>
      )}
    </>
  );
}

function Image({ title, value }: { readonly title: string; readonly value: unknown }) {
  if (value === undefined) return null;
  return (
    <div>
      <h3 className="yl-quiet">{title}</h3>
      <pre>{JSON.stringify(value, undefined, 2)}</pre>
    </div>
  );
}
