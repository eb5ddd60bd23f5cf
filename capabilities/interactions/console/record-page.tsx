import { PersonPicker } from '@yilu/customers/console/person-picker';
import {
  type Draft,
  FormRow,
  LoadingState,
  PageBody,
  PageHeader,
  Restored,
  useDraft,
  useGo,
  useIsPhone,
  useQueryState,
  useText,
  useViewer,
  useWaitingRecord,
  type WaitingRecord,
} from '@yilu/platform/web';
import { Button, Select } from 'antd';
import { ContactDraft } from './drafts.ts';
import { emptyRecord, RecordFields, useRecord } from './record-form.tsx';
import { texts } from './text.ts';
import './interactions.css';

/** 记一笔 from anywhere: whom first, then what was said. One that waits on this device is mended here. */
export function RecordPage() {
  const [waitingId] = useQueryState('waiting');
  const [speaks] = useQueryState('speak');
  const waiting = useWaitingRecord(waitingId);
  const draft = useDraft(`contact/${waitingId ?? ''}`, ContactDraft);
  if (waiting === undefined || !draft.isReady) return <LoadingState shape="form" />;
  return <Writing key={draft.round} waiting={waiting ?? undefined} draft={draft} speaks={speaks === '1'} />;
}

interface WritingProps {
  readonly waiting: WaitingRecord | undefined;
  readonly draft: Draft<ContactDraft>;
  readonly speaks: boolean;
}

function Writing({ waiting, draft, speaks }: WritingProps) {
  const t = useText();
  const go = useGo();
  const viewer = useViewer();
  const isPhone = useIsPhone();
  const waits = ContactDraft.safeParse(waiting?.draft);
  const initial = draft.found ?? (waits.success ? waits.data : emptyRecord);
  const record = useRecord({
    initial,
    draft,
    // What it was to do it still does when it is mended.
    taskId: initial.taskId,
    // The projects in reach may come after the page.
    projectId: viewer.projectId ?? viewer.projects[0]?.id,
    mends: waiting?.id,
    onRecorded: () => go.back('/today'),
  });
  const { form, change, projectId, saving, save } = record;
  const acts = (
    <Button type="primary" disabled={!form.personId} loading={saving.isPending} onClick={save}>
      {t(texts.save)}
    </Button>
  );
  return (
    <>
      <PageHeader title={t(texts.record)} back="/today" actions={!isPhone && acts} />
      <PageBody>
        <div className="in-form">
          {draft.found && <Restored onAgain={draft.startAgain} />}
          <FormRow label={t(texts.person)} required>
            <PersonPicker
              value={form.personId}
              name={form.personName}
              onPick={(id, name) => change({ personId: id, personName: name || undefined })}
            />
          </FormRow>
          {viewer.projects.length > 1 && (
            <FormRow label={t(texts.project)}>
              <Select
                value={projectId ?? null}
                onChange={(id: string) => change({ projectId: id })}
                options={viewer.projects.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </FormRow>
          )}
          <RecordFields record={record} projectId={projectId} speaks={speaks} />
          {isPhone && <div className="in-foot">{acts}</div>}
        </div>
      </PageBody>
    </>
  );
}
