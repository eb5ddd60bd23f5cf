import { dayOf } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import { RegisterForm, type RegisterKind } from '../contract/index.ts';
import { missingFields } from '../rules/index.ts';
import { contactsWithoutRegister, type UnregisteredContact } from '../store/invented.ts';
import { onOwnTables } from '../store/tables.ts';
import { insertRegister } from '../store/write-registers.ts';
import { dueAtOf } from './circumstances.ts';
import { givenFields, maskedPhoneOf, sealForm } from './form.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Enough for every tab of the page and a rate per consultant; an estate of any size has its registers in a second. */
const most = 400;

/**
 * The registers of an invented estate: its last weeks' calls and visits, most of them on time, and of its first project a call
 * of today that is still to be finished and one of yesterday that was not. `usernames`, a regular expression, says whose contacts are invented.
 */
export async function inventRegisters(work: Work, ids: readonly [string, string]): Promise<void> {
  const db = onOwnTables(work);
  const contacts = await contactsWithoutRegister(db, { ids, since: new Date(work.now.getTime() - 30 * day), most });
  for (const [at, contact] of contacts.entries()) {
    const id = newId();
    const form = RegisterForm.parse({ name: contact.name, parts: contact.parts });
    const dueAt = await dueAtOf(work, contact);
    const late = new Date(dueAt.getTime() + 40 * minute);
    const isLate = at % 9 === 4 && late < work.now;
    await insertRegister(db, {
      ...lineOf(id, contact, form, contact.contactedAt),
      phoneMasked: contact.phoneMasked,
      dueAt,
      completedAt: isLate ? late : new Date(contact.contactedAt.getTime() + 20 * minute),
      personId: contact.personId,
      interactionId: contact.id,
      timesBefore: contact.timesBefore,
      missing: [],
      formSealed: await sealForm(work, id, contact.personId, form),
    });
  }
  const [first] = contacts;
  if (first) for (const [at, caller] of callers.entries()) await leaveOpen(work, first, caller, at);
}

const callers = [
  { phone: '13800008421', name: '何女士', keyPoints: '问三房的总价和首付，下午再回电。' },
  { phone: '13900002057', keyPoints: '看到户外广告，想了解学区。' },
];

/** Somebody who called so many days ago, half written down. */
async function leaveOpen(
  work: Work,
  { projectId, recordedBy }: UnregisteredContact,
  { keyPoints, ...caller }: (typeof callers)[number],
  daysAgo: number,
): Promise<void> {
  const id = newId();
  const kind = 'CALL_IN' as const;
  const contactedAt = new Date(work.now.getTime() - daysAgo * day - 15 * minute);
  const form = RegisterForm.parse({ ...caller, parts: { keyPoints } });
  await insertRegister(onOwnTables(work), {
    ...lineOf(id, { projectId, kind, recordedBy }, form, contactedAt),
    phoneMasked: maskedPhoneOf(form),
    dueAt: await dueAtOf(work, { kind, projectId, contactedAt }),
    missing: missingFields({
      kind,
      first: true,
      given: givenFields(form),
      known: new Set(),
      declined: new Set(),
    }),
    formSealed: await sealForm(work, id, undefined, form),
  });
}

function lineOf(
  id: string,
  { projectId, kind, recordedBy }: { projectId: string; kind: RegisterKind; recordedBy: string },
  form: RegisterForm,
  contactedAt: Date,
) {
  return {
    id,
    projectId,
    kind,
    contactedAt,
    contactedOn: dayOf(contactedAt),
    recordedBy,
    enteredAt: new Date(contactedAt.getTime() + 5 * minute),
    callerName: form.name,
    sentOnce: `invented ${id}`,
  };
}
