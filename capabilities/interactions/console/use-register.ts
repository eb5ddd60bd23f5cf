import { useAsk, useText, useToast } from '@yilu/platform/web';
import { readToday } from '@yilu/tasks/contract';
import { useState } from 'react';
import {
  createRegister,
  type FollowUpPlan,
  finishRegister,
  type KnownCaller,
  listRegisters,
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
import { texts } from './text.ts';

const empty: RegisterForm = { answers: {}, declined: [], parts: {} };

/** The register as it is being written: who it is about, what is asked of them, and how it is saved. */
export function useRegister(given: {
  readonly kind: RegisterKind;
  readonly projectId: string | undefined;
  /** One that was kept open. */
  readonly opened?: RegisterDetail | undefined;
  readonly onSaved: (register: Register) => void;
}) {
  const t = useText();
  const tell = useToast();
  const { kind, projectId, opened } = given;
  const [form, setForm] = useState<RegisterForm>(opened?.form ?? empty);
  const [caller, setCaller] = useState<KnownCaller>();
  const [followUp, setFollowUp] = useState<FollowUpPlan | undefined>(opened?.followUp);
  // The moment the telephone was taken up, not the moment it was written down.
  const [contactedAt] = useState(() => opened?.contactedAt ?? new Date());
  const options = {
    invalidates: [listRegisters, readRegister, registerCompliance, timelineOfPerson, readToday],
    onDone: (register: Register) => {
      tell({ message: `${t(register.completedAt ? texts.registered : texts.kept)} · ${register.personName ?? ''}` });
      given.onSaved(register);
    },
  };
  const creating = useAsk(createRegister, options);
  const finishing = useAsk(finishRegister, options);
  const saving = opened ? finishing : creating;

  const personId = caller?.personId ?? opened?.personId;
  const known = new Set<RegisterField>(caller?.known ?? []);
  const times = caller?.tally ? (kind === 'CALL_IN' ? caller.tally.calls : caller.tally.visits) : 0;
  const asked = fieldsOf(kind, times === 0).filter((field) => field === 'talk' || !known.has(field));
  const save = (keepOpen: boolean) => {
    const written = {
      contactedAt,
      form: { ...form, ...(caller && !form.name && { name: caller.inScope ? caller.name : form.name }) },
      keepOpen,
      ...(personId && { personId }),
      ...(followUp && { followUp }),
    };
    if (opened) finishing.mutate({ ...written, registerId: opened.id, version: opened.version });
    else if (projectId) creating.mutate({ ...written, projectId, kind });
  };
  return { form, setForm, caller, setCaller, followUp, setFollowUp, contactedAt, asked, known, save, saving };
}
export type Registering = ReturnType<typeof useRegister>;
