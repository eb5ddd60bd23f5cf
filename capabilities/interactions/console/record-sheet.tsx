import { SidePanel, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { RecordFields, useRecord } from './record-form.tsx';
import { texts } from './text.ts';

interface RecordSheetProps {
  readonly personId: string;
  readonly projectId: string;
  readonly taskId: string | undefined;
  readonly onClose: () => void;
  readonly onRecorded: (recordId: string) => void;
}

/** A contact record beside the page one is on: a panel at a desk, a sheet on a telephone. */
export function RecordSheet({ personId, projectId, taskId, onClose, onRecorded }: RecordSheetProps) {
  const t = useText();
  const record = useRecord({ personId, projectId, taskId, onRecorded });
  return (
    <SidePanel
      open
      title={t(texts.record)}
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
      <RecordFields record={record} projectId={projectId} />
    </SidePanel>
  );
}
