import { SidePanel, useAsk, useAuditWords, useFormats, useMay, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { type AuditEntry, openAuditEntry, searchAudit, unsealAudit } from '../contract/index.ts';
import { wordsOfAction } from './actions.ts';
import { Actor } from './actor.tsx';
import { differencesOf } from './audit-differences.ts';
import { useValueLines } from './audit-values.tsx';
import type { Roles } from './role-select.tsx';
import { Refused } from './sign-in-page.tsx';
import { control } from './text.ts';

/** One entry with its values before and after; personal ones on request, which is recorded. */
export function AuditEntryPanel({
  entry,
  roles,
  onSubject,
  onClose,
}: {
  readonly entry: AuditEntry | undefined;
  readonly roles: Roles;
  /** Read on about what this entry is about; absent where that is all there is to see. */
  readonly onSubject: ((subjectId: string) => void) | undefined;
  readonly onClose: () => void;
}) {
  const t = useText();
  const words = useAuditWords();
  return (
    <SidePanel
      open={entry !== undefined}
      title={entry && t(wordsOfAction(words, entry.action))}
      onClose={onClose}
      width={520}
      foot={
        entry && onSubject && <Button onClick={() => onSubject(entry.subjectId)}>{t(control.onlyThisSubject)}</Button>
      }
    >
      {entry && <Entry key={entry.id} entry={entry} roles={roles} />}
    </SidePanel>
  );
}

function Entry({ entry, roles }: { readonly entry: AuditEntry; readonly roles: Roles }) {
  const t = useText();
  const may = useMay();
  const formats = useFormats();
  const opening = useAsk(openAuditEntry, { invalidates: [searchAudit] });
  const linesOf = useValueLines(roles);
  const shown = opening.data ?? entry;
  const subject = subjectOf(entry, roles);
  const { before, after, same } = differencesOf(shown.before, shown.after);
  return (
    <>
      <p>
        <Actor entry={entry} /> · {formats.instant(entry.at)}
        {subject && ` · ${subject}`}
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
        <>
          <div className="yl-id-images">
            <Image title={t(control.before)} lines={linesOf(before, shown.names)} />
            <Image title={t(control.after)} lines={linesOf(after, shown.names)} />
          </div>
          <div className="yl-id-images">
            <Image title={t(control.unchanged)} lines={linesOf(same, shown.names)} />
          </div>
        </>
      )}
      {entry.requestId && (
        <p className="yl-foot">
          {t(control.request)} {entry.requestId}
        </p>
      )}
    </>
  );
}

/** What an entry is about, by its name; a role of today by its title of today. */
export function subjectOf({ subjectId, names }: AuditEntry, roles: Roles): string {
  return names[subjectId] ?? roles.titleIfKnown(subjectId) ?? '';
}

function Image({ title, lines }: { readonly title: string; readonly lines: readonly (readonly [string, string])[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className="yl-quiet">{title}</h3>
      <dl>
        {lines.map(([label, word]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{word}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
