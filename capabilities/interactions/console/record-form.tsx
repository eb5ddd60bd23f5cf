import { viewPerson } from '@yilu/customers/contract';
import { FormRow, useAnswer, useAsk, useText, useToast } from '@yilu/platform/web';
import { listTasks, readToday } from '@yilu/tasks/contract';
import { Segmented, Select } from 'antd';
import { useState } from 'react';
import {
  type ContactParts,
  type FollowUpPlan,
  type InteractionKind,
  kindTitles,
  recordContact,
  recordMinimums,
  tallyOfPerson,
  timelineOfPerson,
} from '../contract/index.ts';
import { hasReacted, shippedMinimums } from '../rules/index.ts';
import { FollowUpField } from './follow-up-field.tsx';
import { PartFields } from './part-fields.tsx';
import { texts } from './text.ts';
import './interactions.css';

/** What staff write down by hand; calls and visits that come in have their register. */
const kinds = ['CALL_OUT', 'VISIT_OUT', 'WECHAT', 'SMS', 'INVITATION', 'ACTIVITY', 'CIRCLE', 'ENQUIRY'] as const;

interface RecordAsked {
  readonly personId: string | undefined;
  readonly projectId: string | undefined;
  readonly taskId?: string | undefined;
  readonly onRecorded: (recordId: string) => void;
}

/** Writing a contact: the state of the form and how it is saved. */
export function useRecord({ personId, projectId, taskId, onRecorded }: RecordAsked) {
  const t = useText();
  const tell = useToast();
  const [kind, setKind] = useState<InteractionKind>('CALL_OUT');
  const [reacted, setReacted] = useState(true);
  const [parts, setParts] = useState<ContactParts>({});
  const [followUp, setFollowUp] = useState<FollowUpPlan>();
  const saving = useAsk(recordContact, {
    invalidates: [timelineOfPerson, tallyOfPerson, viewPerson, readToday, listTasks],
    onDone: ({ id, kind: done }) => {
      tell({ message: `${t(texts.recorded)} · ${t(kindTitles[done])}` });
      onRecorded(id);
    },
  });
  const save = () => {
    if (!personId || !projectId) return;
    saving.mutate({
      personId,
      projectId,
      kind,
      reacted,
      parts,
      ...(followUp && { followUp }),
      ...(taskId && { taskId }),
    });
  };
  return { kind, setKind, reacted, setReacted, parts, setParts, followUp, setFollowUp, save, saving };
}

/** The fields of a contact record. */
export function RecordFields({
  record,
  projectId,
}: {
  readonly record: ReturnType<typeof useRecord>;
  readonly projectId: string | undefined;
}) {
  const t = useText();
  const { data: minimums } = useAnswer(
    recordMinimums,
    { projectId: projectId ?? '' },
    { when: projectId !== undefined, fresh: 300_000 },
  );
  const { kind, reacted, saving } = record;
  const asksReaction = !hasReacted(kind, false);
  return (
    <div className="in-stack">
      <FormRow label={t(texts.way)}>
        <Select
          value={kind}
          onChange={record.setKind}
          options={kinds.map((value) => ({ value, label: t(kindTitles[value]) }))}
        />
      </FormRow>
      {asksReaction && (
        <Segmented
          block
          value={reacted}
          onChange={record.setReacted}
          options={[
            { value: true, label: t(texts.reached) },
            { value: false, label: t(texts.notReached) },
          ]}
        />
      )}
      <PartFields
        kind={kind}
        reacted={reacted || !asksReaction}
        parts={record.parts}
        onChange={record.setParts}
        minimums={minimums ?? shippedMinimums}
        error={saving.error}
      />
      <FollowUpField plan={record.followUp} onChange={record.setFollowUp} error={saving.error?.fields['followUp.on']} />
      {saving.error && !saving.error.field && (
        <p className="yl-late" role="alert">
          {saving.error.message}
        </p>
      )}
    </div>
  );
}
