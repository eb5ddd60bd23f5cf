import { type Draft, SidePanel, useDraft, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { ContactDraft } from './drafts.ts';
import { emptyRecord, RecordFields, useRecord } from './record-form.tsx';
import { Restored } from './restored.tsx';
import { texts } from './text.ts';

interface RecordSheetProps {
  readonly personId: string;
  readonly personName?: string | undefined;
  readonly projectId: string;
  readonly taskId: string | undefined;
  readonly lineKey?: string | undefined;
  readonly onClose: () => void;
  readonly onRecorded: () => void;
  readonly onTakenBack?: () => void;
}

/** A contact record beside the page one is on: a panel at a desk, a sheet on a telephone. */
export function RecordSheet(props: RecordSheetProps) {
  const draft = useDraft(`contact/${props.taskId ?? props.personId}`, ContactDraft);
  if (!draft.isReady) return null;
  return <Writing key={draft.round} {...props} draft={draft} />;
}

function Writing({ draft, onClose, ...asked }: RecordSheetProps & { readonly draft: Draft<ContactDraft> }) {
  const t = useText();
  const { personId, personName } = asked;
  const record = useRecord({ ...asked, draft, initial: draft.found ?? { ...emptyRecord, personId, personName } });
  return (
    <SidePanel
      open
      title={personName ? `${t(texts.record)} · ${personName}` : t(texts.record)}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t(texts.cancel)}</Button>
          <Button type="primary" loading={record.saving.isPending} onClick={record.save}>
            {t(texts.save)}
          </Button>
        </>
      }
    >
      {draft.found && <Restored onAgain={draft.startAgain} />}
      <RecordFields record={record} projectId={record.projectId} />
    </SidePanel>
  );
}
