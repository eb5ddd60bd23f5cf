import { type Draft, serverNow, usePosting, useText, useToast } from '@yilu/platform/web';
import { readToday } from '@yilu/tasks/contract';
import { useState } from 'react';
import {
  createRegister,
  finishRegister,
  type KnownCaller,
  kindTitles,
  listRegisters,
  ownCompliance,
  type Register,
  type RegisterDetail,
  type RegisterField,
  type RegisterForm,
  type RegisterKind,
  readRegister,
  registerCompliance,
  timelineOfPerson,
} from '../contract/index.ts';
import { fieldsOf } from '../rules/index.ts';
import { addresses } from './addresses.ts';
import type { RegisterDraft } from './drafts.ts';
import { texts } from './text.ts';

const empty: RegisterForm = { answers: {}, declined: [], parts: {} };

export interface RegisterAsked {
  readonly kind: RegisterKind;
  readonly projectId: string | undefined;
  /** One that was kept open on the server. */
  readonly opened?: RegisterDetail | undefined;
  /** As it was when the page ended, or as it waits to be sent. */
  readonly initial: RegisterDraft | undefined;
  readonly draft: Draft<RegisterDraft>;
  /** The record that waits on this device and is being mended. */
  readonly mends?: string | undefined;
  readonly onSaved: () => void;
}

/** The register as it is being written: who it is about, what is asked of them, and how it is saved. */
export function useRegister({ kind, projectId: given, opened, initial, draft, mends, onSaved }: RegisterAsked) {
  const t = useText();
  const tell = useToast();
  const [written, setWritten] = useState<RegisterDraft>(
    () =>
      initial ?? {
        form: opened?.form ?? empty,
        followUp: opened?.followUp,
        // The moment the telephone was taken up, not the moment it was written down.
        contactedAt: opened?.contactedAt ?? serverNow(),
      },
  );
  const { form, caller, followUp, contactedAt } = written;
  const projectId = written.projectId ?? given;
  const change = (changed: Partial<RegisterDraft>) => {
    const next = { ...written, ...changed };
    setWritten(next);
    draft.keep(next);
  };
  const done = (message: string) => {
    draft.drop();
    tell({ message });
    onSaved();
  };
  const options = {
    invalidates: [listRegisters, readRegister, registerCompliance, ownCompliance, timelineOfPerson, readToday],
    mends,
    onDone: (register: Register | undefined) =>
      done(
        `${t(register && !register.completedAt ? texts.kept : texts.registered)} · ${register?.personName ?? form.name ?? ''}`,
      ),
    onWaiting: () => done(t(texts.keptHere)),
  };
  const creating = usePosting(createRegister, options);
  const finishing = usePosting(finishRegister, options);
  const saving = opened ? finishing : creating;

  const personId = caller?.personId ?? opened?.personId;
  const known = new Set<RegisterField>(caller?.known ?? []);
  const times = caller?.tally ? (kind === 'CALL_IN' ? caller.tally.calls : caller.tally.visits) : 0;
  const asked = fieldsOf(kind, times === 0).filter((field) => field === 'talk' || !known.has(field));
  const save = (keepOpen: boolean) => {
    const name = form.name ?? (caller?.inScope ? caller.name : undefined);
    const body = {
      contactedAt,
      // It may wait on this device; on time or late is decided by this moment.
      savedAt: serverNow(),
      form: { ...form, name },
      keepOpen,
      ...(personId && { personId }),
      ...(followUp && { followUp }),
    };
    const note = { title: kindTitles[kind], about: name, subjectId: personId, draft: { ...written, projectId } };
    if (opened) {
      const opensAt = addresses.register.replace(':registerId', opened.id);
      void finishing.post({ ...body, registerId: opened.id, version: opened.version }, { ...note, opensAt });
    } else if (projectId) {
      void creating.post({ ...body, projectId, kind }, { ...note, opensAt: `${addresses.registerNew}?kind=${kind}` });
    }
  };
  return {
    form,
    setForm: (next: RegisterForm) => change({ form: next }),
    caller,
    setCaller: (next: KnownCaller | undefined) => change({ caller: next }),
    followUp,
    setFollowUp: (next: RegisterDraft['followUp']) => change({ followUp: next }),
    projectId,
    setProjectId: (next: string) => change({ projectId: next }),
    contactedAt,
    asked,
    known,
    save,
    saving,
  };
}
export type Registering = ReturnType<typeof useRegister>;
