import { viewPerson } from '@yilu/customers/contract';
import { type Draft, FormRow, serverNow, useAnswer, usePosting, useText, useToast } from '@yilu/platform/web';
import { listTasks, readToday } from '@yilu/tasks/contract';
import { Segmented, Select } from 'antd';
import { useState } from 'react';
import {
  type InteractionKind,
  kindTitles,
  recordContact,
  recordMinimums,
  tallyOfPerson,
  timelineOfPerson,
} from '../contract/index.ts';
import { hasReacted, shippedMinimums } from '../rules/index.ts';
import { addresses } from './addresses.ts';
import type { ContactDraft } from './drafts.ts';
import { FollowUpField } from './follow-up-field.tsx';
import { PartFields } from './part-fields.tsx';
import { texts } from './text.ts';
import './interactions.css';

/** What staff write down by hand; calls and visits that come in have their register. */
const kinds = ['CALL_OUT', 'VISIT_OUT', 'WECHAT', 'SMS', 'INVITATION', 'ACTIVITY', 'CIRCLE', 'ENQUIRY'] as const;

export const emptyRecord: ContactDraft = { kind: 'CALL_OUT', reacted: true, parts: {} };

interface RecordAsked {
  /** As it was when the page ended, or as it waits to be sent. */
  readonly initial: ContactDraft;
  readonly draft: Draft<ContactDraft>;
  /** Where it belongs unless the form says otherwise. */
  readonly projectId: string | undefined;
  readonly taskId?: string | undefined;
  /** The record that waits on this device and is being mended. */
  readonly mends?: string | undefined;
  /** The id is not known where the record waits to be sent. */
  readonly onRecorded: (recordId: string | undefined) => void;
}

/** Writing a contact: the state of the form and how it is saved, now or when there is a network. */
export function useRecord({ initial, draft, projectId: given, taskId, mends, onRecorded }: RecordAsked) {
  const t = useText();
  const tell = useToast();
  const [form, setForm] = useState(initial);
  const projectId = form.projectId ?? given;
  const change = (changed: Partial<ContactDraft>) => {
    const next = { ...form, ...changed };
    setForm(next);
    draft.keep(next);
  };
  const done = (message: string, recordId: string | undefined) => {
    draft.drop();
    tell({ message });
    onRecorded(recordId);
  };
  const saving = usePosting(recordContact, {
    invalidates: [timelineOfPerson, tallyOfPerson, viewPerson, readToday, listTasks],
    mends,
    onDone: (answer) => done(`${t(texts.recorded)} · ${t(kindTitles[form.kind])}`, answer?.id),
    onWaiting: () => done(t(texts.keptHere), undefined),
  });
  const save = () => {
    const { personId, personName, kind, reacted, parts, followUp } = form;
    if (!personId || !projectId) return;
    void saving.post(
      {
        personId,
        projectId,
        kind,
        reacted,
        parts,
        // When it happened, however late it arrives.
        contactedAt: serverNow(),
        ...(followUp && { followUp }),
        ...(taskId && { taskId }),
        ...(form.lineKey && { lineKey: form.lineKey }),
      },
      {
        title: kindTitles[kind],
        about: personName,
        subjectId: personId,
        opensAt: addresses.record,
        draft: { ...form, projectId, taskId },
      },
    );
  };
  return { form, change, projectId, save, saving };
}

/** The fields of a contact record. */
export function RecordFields({
  record,
  projectId,
  speaks = false,
}: {
  readonly record: ReturnType<typeof useRecord>;
  readonly projectId: string | undefined;
  readonly speaks?: boolean;
}) {
  const t = useText();
  const { data: minimums } = useAnswer(
    recordMinimums,
    { projectId: projectId ?? '' },
    { when: projectId !== undefined, fresh: 300_000 },
  );
  const { form, change, saving } = record;
  const { kind, reacted } = form;
  const asksReaction = !hasReacted(kind, false);
  return (
    <div className="in-stack">
      <FormRow label={t(texts.way)}>
        <Select
          value={kind}
          onChange={(chosen: InteractionKind) => change({ kind: chosen })}
          options={kinds.map((value) => ({ value, label: t(kindTitles[value]) }))}
        />
      </FormRow>
      {asksReaction && (
        <Segmented
          block
          value={reacted}
          onChange={(chosen: boolean) => change({ reacted: chosen })}
          options={[
            { value: true, label: t(texts.reached) },
            { value: false, label: t(texts.notReached) },
          ]}
        />
      )}
      <PartFields
        kind={kind}
        reacted={reacted || !asksReaction}
        parts={form.parts}
        onChange={(parts) => change({ parts })}
        minimums={minimums ?? shippedMinimums}
        error={saving.error}
        speaks={speaks}
      />
      <FollowUpField
        plan={form.followUp}
        onChange={(followUp) => change({ followUp })}
        error={saving.error?.fields['followUp.on']}
      />
      {saving.error && !saving.error.field && (
        <p className="yl-late" role="alert">
          {saving.error.message}
        </p>
      )}
    </div>
  );
}
