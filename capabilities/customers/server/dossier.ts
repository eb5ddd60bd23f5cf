import { found, insist, Refused } from '@yilu/platform/contract';
import { decryptField, encryptField, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import {
  type AnswerGiven,
  type AnswerSource,
  type AnswerValue,
  answeredTwice,
  type Completeness,
  catalogue,
  type Dossier,
  type DossierAnswer,
  type DossierField,
  dossierChanged,
  fieldOf,
  type GroupPurposes,
  groupPurpose,
  noSuchAnswer,
  noSuchField,
} from '../contract/index.ts';
import { answerShape, type FieldSwitch, isCollected, isForSides, refusalToAnswer } from '../rules/index.ts';
import { type AnswerRecord, answersOf, deleteAnswers, writeAnswers } from '../store/dossier.ts';
import { firstProjectOf, type PersonRecord } from '../store/people.ts';
import type { Tables } from '../store/tables.ts';
import { recordChanges } from './changes.ts';
import { completenessFor } from './completeness.ts';
import { switchesIn } from './field-settings.ts';
import { withAnswerMasked, withAnswerRestored } from './phones-in-answers.ts';
import { personInReach, personToChange } from './reading.ts';
import { countReveal } from './record-look.ts';

export async function readDossier(work: Work<Tables>, { personId }: { personId: string }): Promise<Dossier> {
  return dossierOf(work, await personInReach(work, personId));
}

async function dossierOf(work: Work<Tables>, { id }: PersonRecord): Promise<Dossier> {
  const [answers, switches, purposes, completeness] = await Promise.all([
    answersOf(work.db, id),
    switchesIn(work),
    valueOf(work, groupPurpose),
    completenessFor(work, { id }),
  ]);
  return shownDossier(work, id, { answers, switches, purposes, completeness });
}

/** Answers, the fields that the asker may fill in, and the gaps. */
export function shownDossier(
  work: Work<Tables>,
  personId: string,
  {
    answers,
    switches,
    purposes,
    completeness,
  }: {
    readonly answers: readonly AnswerRecord[];
    readonly switches: readonly FieldSwitch[];
    readonly purposes: GroupPurposes;
    readonly completeness: Completeness;
  },
): Dossier {
  const fields = catalogue.filter((field) => isCollected(field, switches) && isForSides(field, work.actor.sides));
  return {
    personId,
    answers: answers.filter(({ field }) => fieldOf(field)).map(shownAnswer),
    fields: fields.map(({ key }) => key),
    purposes,
    completeness,
  };
}

function shownAnswer({ value, encrypted, ...answer }: AnswerRecord): DossierAnswer {
  const shown = withAnswerMasked(value);
  return {
    ...answer,
    hidden: encrypted !== null,
    masksPhone: JSON.stringify(shown) !== JSON.stringify(value),
    ...(shown !== null && { value: shown }),
  };
}

/** Fill in, clear or mark as declined one field or many; all or none. */
export async function answerDossier(
  work: Work<Tables>,
  { personId, answers }: { personId: string; answers: readonly AnswerGiven[] },
): Promise<Dossier> {
  const person = await personToChange(work, personId);
  await writeDossier(work, person.id, answers, 'staff');
  return dossierOf(work, person);
}

/** The same for registers of later capabilities. */
export async function writeDossier(
  work: Work<Tables>,
  personId: string,
  answers: readonly AnswerGiven[],
  source: AnswerSource,
): Promise<void> {
  const switches = await switchesIn(work);
  const known = new Map((await answersOf(work.db, personId)).map((answer) => [answer.field, answer]));
  const before = (key: string) => valueIn(work, personId, known.get(key));
  const given = answers.map((answer, at) => {
    const field = fieldOf(answer.field);
    if (!field || !isForSides(field, work.actor.sides)) {
      throw new Refused(noSuchField, 422, { field: `answers.${at}.field` });
    }
    const isFirst = answers.findIndex((one) => one.field === answer.field) === at;
    insist(isFirst ? undefined : answeredTwice, 422, { field: `answers.${at}.field` });
    if (answer.value !== undefined)
      insist(refusalToAnswer(field, answer.value, switches), 422, { field: answer.field });
    return { field, declined: answer.declined === true, value: answer.value && answerShape(field).parse(answer.value) };
  });
  const whole: typeof given = [];
  for (const one of given) {
    const { field, value } = one;
    whole.push(
      value === undefined
        ? one
        : { ...one, value: await withAnswerRestored(work, { personId, field: field.key, value }, before(field.key)) },
    );
  }
  const changed = whole.filter(
    ({ field, value, declined }) =>
      JSON.stringify(value) !== JSON.stringify(before(field.key)) ||
      declined !== (known.get(field.key)?.declined ?? false),
  );
  if (changed.length === 0) return;

  const cleared = changed.filter(({ value, declined }) => value === undefined && !declined);
  await deleteAnswers(
    work.db,
    personId,
    cleared.map(({ field }) => field.key),
  );
  await writeAnswers(
    work.db,
    changed.filter((one) => !cleared.includes(one)).map((one) => ({ personId, ...stored(work, personId, one) })),
    { by: work.actor.accountId, at: work.now, source },
  );
  await recordChanges(
    work,
    changed.map(({ field, value }) => ({ personId, field: field.key, before: before(field.key), after: value })),
    source,
  );
  await work.audit({
    action: 'customers.dossier_changed',
    subject: { kind: 'person', id: personId },
    projectId: await firstProjectOf(work.db, personId),
    personId,
    before: Object.fromEntries(changed.map(({ field }) => [field.key, before(field.key)])),
    after: Object.fromEntries(changed.map(({ field, value, declined }) => [field.key, declined ? 'declined' : value])),
  });
  await work.tell(dossierChanged, { personIds: [personId] });
}

/** A sensitive value is encrypted and bound to person and field before it goes anywhere (SEC-04). */
export function stored(
  { keys }: Pick<Work, 'keys'>,
  personId: string,
  { field, value, declined }: { field: DossierField; value?: AnswerValue | undefined; declined: boolean },
) {
  const common = { field: field.key, side: field.side, declined };
  if (declined || value === undefined) return { ...common, declined: true };
  if (field.sensitivity === 'normal') return { ...common, value };
  return { ...common, encrypted: encryptField(keys, JSON.stringify(value), `${personId}:${field.key}`) };
}

/** What an answer says, sensitive or not; for the server's own comparison only. */
export function valueIn(
  { keys }: Pick<Work, 'keys'>,
  personId: string,
  answer: AnswerRecord | undefined,
): AnswerValue | undefined {
  if (!answer || answer.declined) return undefined;
  if (answer.encrypted === null) return answer.value ?? undefined;
  return JSON.parse(decryptField(keys, answer.encrypted, `${personId}:${answer.field}`)) as AnswerValue;
}

/** One sensitive answer, once; logged with the reason and counted. */
export async function revealAnswer(
  work: Work<Tables>,
  { personId, field, reason }: { personId: string; field: string; reason: string },
): Promise<{ field: string; value: AnswerValue }> {
  const person = await personInReach(work, personId);
  const answer = (await answersOf(work.db, person.id)).find((one) => one.field === field);
  const value = found(valueIn(work, person.id, answer), noSuchAnswer);
  await countReveal(work);
  await work.audit({
    action: 'customers.answer_revealed',
    subject: { kind: 'person', id: person.id },
    projectId: person.projectIds[0],
    personId: person.id,
    reason,
    after: { field },
  });
  return { field, value };
}
