import { Restored, SidePanel, useDraft, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { useDeferredValue } from 'react';
import { ContactDraft } from './drafts.ts';
import { emptyRecord, RecordFields, useRecord } from './record-form.tsx';
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
export function RecordSheet({ onClose, ...asked }: RecordSheetProps) {
  const t = useText();
  const { personId, personName } = asked;
  const draft = useDraft(`contact/${asked.taskId ?? personId}`, ContactDraft);
  const record = useRecord({ ...asked, draft, initial: draft.found ?? { ...emptyRecord, personId, personName } });
  // The frame answers the tap; the fields, which take longer, are drawn after it.
  const hasFields = useDeferredValue(draft.isReady, false);
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
      {hasFields && draft.found && <Restored onAgain={draft.startAgain} />}
      {hasFields && <RecordFields record={record} projectId={record.projectId} />}
    </SidePanel>
  );
}
