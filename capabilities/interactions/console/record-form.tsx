import { viewPerson } from '@yilu/customers/contract';
import {
  type AskError,
  ask,
  Choice,
  type Draft,
  FormRow,
  serverNow,
  useAnswer,
  usePosting,
  useText,
  useToast,
  useWritten,
} from '@yilu/platform/web';
import { listTasks, readToday } from '@yilu/tasks/contract';
import { Button, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import {
  type InteractionKind,
  kindTitles,
  recordContact,
  recordMinimums,
  tallyOfPerson,
  timelineOfPerson,
  withdrawInteraction,
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

const changed = [timelineOfPerson, tallyOfPerson, viewPerson, readToday, listTasks];

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
  /** The line of Today that it does, where that is not a task yet. */
  readonly lineKey?: string | undefined;
  /** The server has it, or it waits on this device to be sent. */
  readonly onRecorded: () => void;
  readonly onTakenBack?: (() => void) | undefined;
}

/** Writing a contact: the state of the form and how it is saved, now or when there is a network. */
export function useRecord({ initial, draft, projectId: given, ...asked }: RecordAsked) {
  const t = useText();
  const { taskId, mends, onRecorded, onTakenBack } = asked;
  const tell = useToast();
  const written = useWritten();
  // What was found on this device comes after the form; what is written belongs to the one that it was written in.
  const [typed, type] = useState<{ readonly round: string; readonly form: ContactDraft } | undefined>();
  const form = typed?.round === draft.round ? typed.form : initial;
  const projectId = form.projectId ?? given;
  const lineKey = form.lineKey ?? asked.lineKey;
  const change = (some: Partial<ContactDraft>) => {
    const next = { ...form, ...some };
    type({ round: draft.round, form: next });
    draft.keep(next);
  };
  /** Undo takes back the record with the outcome and the follow-up that came with it. */
  const takeBack = async (interactionId: string) => {
    await ask(withdrawInteraction, { interactionId });
    written(...changed);
    onTakenBack?.();
  };
  const done = (message: string, interactionId: string | undefined) => {
    draft.drop();
    tell({ message, ...(interactionId && { undo: () => takeBack(interactionId) }) });
    onRecorded();
  };
  const saving = usePosting(recordContact, {
    invalidates: changed,
    mends,
    onDone: (answer) => done(`${t(texts.recorded)} · ${t(kindTitles[form.kind])}`, answer?.id),
    onWaiting: () => done(t(texts.keptHere), undefined),
  });
  const send = (again: boolean) => {
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
        again,
        ...(followUp && { followUp }),
        ...(taskId && { taskId }),
        ...(lineKey && { lineKey }),
      },
      {
        title: kindTitles[kind],
        about: personName,
        subjectId: personId,
        opensAt: addresses.record,
        draft: { ...form, projectId, taskId, lineKey },
      },
    );
  };
  return { form, change, projectId, save: () => send(false), saveAgain: () => send(true), saving };
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
        <Choice<InteractionKind>
          value={kind}
          onChange={(chosen) => change({ kind: chosen })}
          options={kinds.map((value) => ({ value, label: t(kindTitles[value]) }))}
        />
      </FormRow>
      {asksReaction && (
        <Segmented
          aria-label={t(texts.reachedOrNot)}
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
      {saving.error && !saving.error.field && <Declined error={saving.error} record={record} />}
    </div>
  );
}

/** Why it was not recorded; brought into view, since the form may end below the foot with its buttons. */
function Declined({ error, record }: { readonly error: AskError; readonly record: ReturnType<typeof useRecord> }) {
  const t = useText();
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) shown.current?.scrollIntoView({ block: 'center' });
  }, [error]);
  return (
    <div className="in-stack" ref={shown}>
      <p className="yl-late" role="alert">
        {error.message}
      </p>
      {error.code === 'interactions.already_recorded' && (
        <Button loading={record.saving.isPending} onClick={record.saveAgain}>
          {t(texts.again)}
        </Button>
      )}
    </div>
  );
}
