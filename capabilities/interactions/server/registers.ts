import { noSuchProjectHere } from '@yilu/customers/contract';
import { dayOf, found, type Heard, insist, Refused } from '@yilu/platform/contract';
import { insistVersion, newId, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import { completeLine, insistAssignee, takeBackNotice } from '@yilu/tasks/server';
import {
  contactInFuture,
  countedKinds,
  type createRegister as createEndpoint,
  type finishRegister as finishEndpoint,
  interactionsRecorded,
  interactionsRegistered,
  noSuchRegister,
  offlineHours,
  type Register,
  type RegisterField,
  type RegisterForm,
  type RegisterKind,
  registerAlreadyComplete,
  registerFieldTitles,
  registerIncomplete,
  registerNeedsPhoneOrName,
} from '../contract/index.ts';
import { countsAsInteraction, missingFields, writtenAt } from '../rules/index.ts';
import { insertInteraction, timesRegistered } from '../store/interactions.ts';
import { type KnownFacts, knownFacts } from '../store/people.ts';
import { lockRegister, registerById } from '../store/registers.ts';
import type { Tables } from '../store/tables.ts';
import { changeRegister, insertRegister } from '../store/write-registers.ts';
import { auditRegister } from './audit-register.ts';
import { dueAtOf, sideOf } from './circumstances.ts';
import { personOfForm, takeIn } from './customer.ts';
import { planFollowUp, refusalToPlan } from './follow-up.ts';
import { givenFields, knownFields, maskedPhoneOf, sealForm, unsealForm } from './form.ts';
import { presentRegisters, readBack } from './read-registers.ts';
import { cutOff } from './remind.ts';
import { insistNotRegistered, markOfRegister } from './repeats.ts';
import { meantRegister } from './shown-words.ts';
import { openRegister } from './today.ts';

type Written = Omit<Heard<typeof finishEndpoint>, 'registerId' | 'version'>;

/** Form and system entry are one act: customer, dossier, contact, follow-up and register line (DOS-05). */
export async function createRegister(work: Work<Tables>, asked: Heard<typeof createEndpoint>): Promise<Register> {
  const { actor } = work;
  if (!actor.projects.includes(asked.projectId)) throw new Refused(noSuchProjectHere, 404);
  const sentOnce = markOfRegister(work, asked);
  await insistNotRegistered(work, sentOnce);
  const id = newId();
  const opened = {
    id,
    kind: asked.kind,
    projectId: asked.projectId,
    contactedAt: asked.contactedAt,
    recordedBy: actor.accountId,
  };
  const writtenOn = await writtenOf(work, opened, asked.savedAt);
  const outcome = await settle(work, opened, asked, writtenOn);
  const isNew = await insertRegister(work.db, {
    ...opened,
    ...outcome,
    sentOnce,
    contactedOn: dayOf(asked.contactedAt),
    dueAt: await dueAtOf(work, asked),
    enteredAt: writtenOn,
  });
  if (!isNew) await insistNotRegistered(work, sentOnce);
  await auditRegister(work, { register: opened, personId: outcome.personId, after: { ...outcome, form: asked.form } });
  return readBack(work, id);
}

export async function finishRegister(work: Work<Tables>, asked: Heard<typeof finishEndpoint>): Promise<Register> {
  await lockRegister(work.db, asked.registerId);
  const stored = found(await registerById(work.db, asked.registerId), noSuchRegister);
  const [current] = await presentRegisters(work, [stored]);
  insistVersion(found(current, noSuchRegister), asked.version);
  insist(stored.completedAt ? registerAlreadyComplete : undefined);
  const kept = await unsealForm(work as Work, stored);
  const meant = meantRegister(asked, { form: kept, followUp: stored.followUp });
  const { form } = meant;
  const writtenOn = await writtenOf(work, stored, asked.savedAt);
  const outcome = await settle(work, stored, { ...asked, ...meant, contactedAt: stored.contactedAt }, writtenOn);
  await changeRegister(work.db, stored.id, outcome);
  await auditRegister(work, {
    register: stored,
    personId: outcome.personId,
    before: { ...stored, form: kept },
    after: { ...outcome, form },
  });
  if ('interactionId' in outcome) {
    await completeLine(work, { origin: openRegister, occurrence: stored.id, recordId: outcome.interactionId });
    await takeBackNotice(work, { origin: cutOff, occurrence: stored.id });
  }
  return readBack(work, stored.id);
}

interface Opened {
  readonly id: string;
  readonly kind: RegisterKind;
  readonly projectId: string;
  readonly contactedAt: Date;
  readonly recordedBy: string;
  readonly onBehalfOf?: string | undefined;
}

async function writtenOf(
  work: Work<Tables>,
  { projectId, contactedAt }: Opened,
  said: Date | undefined,
): Promise<Date> {
  const trustedHours = await valueOf(work, offlineHours, { projectId });
  return writtenAt(said, { contactedAt, now: work.now, trustedHours });
}

/** Decides whether the register is complete; if so, everything that follows from it is written. */
async function settle(work: Work<Tables>, opened: Opened, written: Written, writtenOn: Date) {
  const { now } = work;
  const { form, followUp } = written;
  insist(opened.contactedAt > now ? contactInFuture : undefined, 422, { field: 'contactedAt' });
  insist(followUp && refusalToPlan(followUp, now), 422, { field: 'followUp.on' });
  const known = written.personId ?? (await personOfForm(work, { projectId: opened.projectId, form }));
  const [facts] = known ? await knownFacts(work.db, [known]) : [];
  const timesBefore = known ? await timesOf(work, opened, known) : undefined;
  const missing = missingOf(opened.kind, form, facts, timesBefore ?? 0);
  const onBehalfOf = written.onBehalfOf === opened.recordedBy ? undefined : written.onBehalfOf;
  if (onBehalfOf && onBehalfOf !== opened.onBehalfOf)
    await insistAssignee(work, onBehalfOf, [opened.projectId], 'onBehalfOf');
  const common = {
    ...(writtenOn < now && { arrivedAt: now }),
    onBehalfOf,
    followUp,
    callerName: form.name ?? facts?.name,
    phoneMasked: maskedPhoneOf(form) ?? facts?.phoneMasked ?? undefined,
  };

  if (missing.length > 0) {
    if (!written.keepOpen) throw incomplete(missing);
    insist(form.phone || form.name || known ? undefined : registerNeedsPhoneOrName, 422, { field: 'form.phone' });
    return {
      ...common,
      missing,
      personId: facts?.personId,
      timesBefore: facts && timesBefore,
      formSealed: await sealForm(work as Work, opened.id, facts?.personId, form),
    };
  }
  const personId = await takeIn(work, { personId: known, facts, projectId: opened.projectId, form });
  const interactionId = await recordTalk(work, opened, { personId, form, onBehalfOf, first: (timesBefore ?? 0) === 0 });
  if (followUp) {
    await planFollowUp(work, {
      projectId: opened.projectId,
      personId,
      interactionId,
      contactedAt: opened.contactedAt,
      followUp,
      assigneeId: onBehalfOf,
    });
  }
  return {
    ...common,
    missing,
    personId,
    interactionId,
    completedAt: writtenOn,
    timesBefore: timesBefore ?? 0,
    formSealed: await sealForm(work as Work, opened.id, personId, form),
  };
}

async function recordTalk(
  work: Work<Tables>,
  opened: Opened,
  talk: { personId: string; form: RegisterForm; onBehalfOf: string | undefined; first: boolean },
): Promise<string> {
  const id = newId();
  const { kind, projectId } = opened;
  await insertInteraction(work.db, {
    id,
    projectId,
    personId: talk.personId,
    side: sideOf(work, 'developer'),
    kind,
    reacted: true,
    counted: countsAsInteraction(kind, true, await valueOf(work, countedKinds, { projectId })),
    contactedAt: opened.contactedAt,
    enteredAt: work.now,
    parts: talk.form.parts,
    ...whoWrote(work, opened, talk.onBehalfOf),
  });
  await work.tell(interactionsRecorded, { personIds: [talk.personId], kind, interactionId: id });
  await work.tell(interactionsRegistered, {
    registerId: opened.id,
    interactionId: id,
    personId: talk.personId,
    projectId,
    kind,
    first: talk.first,
  });
  return id;
}

/** A colleague who finishes a register writes the words, for whom it was opened (DOS-07). */
function whoWrote({ actor }: Work<Tables>, { recordedBy }: Opened, onBehalfOf: string | undefined) {
  const whose = onBehalfOf ?? recordedBy;
  return { recordedBy: actor.accountId, onBehalfOf: whose === actor.accountId ? undefined : whose };
}

async function timesOf(work: Work<Tables>, { kind, projectId }: Opened, personId: string): Promise<number> {
  const [times] = await timesRegistered(work.db, [personId], projectId);
  return (kind === 'CALL_IN' ? times?.calls : times?.visits) ?? 0;
}

function missingOf(kind: RegisterKind, form: RegisterForm, facts: KnownFacts | undefined, timesBefore: number) {
  return missingFields({
    kind,
    first: timesBefore === 0,
    given: givenFields(form),
    known: facts ? knownFields(facts) : new Set(),
    declined: new Set(form.declined),
  });
}

function incomplete(missing: readonly RegisterField[]): Refused {
  const titles = missing.map((field) => registerFieldTitles[field]);
  return new Refused(
    registerIncomplete({
      missing,
      missingZh: titles.map(({ zh }) => zh).join('、'),
      missingEn: titles.map(({ en }) => en.toLowerCase()).join(', '),
    }),
    422,
    { field: `form.${missing[0]}` },
  );
}
