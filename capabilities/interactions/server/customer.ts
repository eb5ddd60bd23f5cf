import type { AnswerGiven, NewPerson } from '@yilu/customers/contract';
import { nameKeyOf, phoneOf } from '@yilu/customers/rules';
import { changePerson, joinProject, lookUpPhone, registerPerson, writeDossier } from '@yilu/customers/server';
import { dayOf, insist } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { dossierFieldsOf, type KnownCaller, type RegisterForm, registerNeedsUsablePhone } from '../contract/index.ts';
import { timesRegistered } from '../store/interactions.ts';
import { type KnownFacts, knownFacts, peopleNamed } from '../store/people.ts';
import { onOwnTables } from '../store/tables.ts';
import { knownFields } from './form.ts';

export interface CallerAsked {
  readonly projectId: string;
  readonly phone?: string | undefined;
  readonly name?: string | undefined;
}

/** Who a phone, or else a name in this project, belongs to (DOS-08): what they told us before, and how often they came. */
export async function callersLike<Theirs>(work: Work<Theirs>, asked: CallerAsked): Promise<KnownCaller[]> {
  const db = onOwnTables(work);
  const byPhone = await peopleWithPhone(work, asked.phone);
  const named = asked.name ? await peopleNamed(db, nameKeyOf(asked.name), asked.projectId) : [];
  const byName = named.filter((id) => !byPhone.some(({ personId }) => personId === id));
  const ids = [...byPhone.filter(({ inReach }) => inReach).map(({ personId }) => personId), ...byName];
  const facts = new Map((await knownFacts(db, ids)).map((each) => [each.personId, each]));
  const all = [...new Set([...ids, ...byPhone.map(({ personId }) => personId)])];
  const tallies = new Map(
    (await timesRegistered(db, all, asked.projectId)).map(({ personId, ...tally }) => [personId, tally]),
  );

  const shown = (
    personId: string,
    match: KnownCaller['match'],
    otherwise: { name: string; maskedPhone?: string | undefined },
  ) => {
    const known = facts.get(personId);
    const tally = tallies.get(personId);
    const phoneMasked = known?.phoneMasked ?? otherwise.maskedPhone;
    return {
      personId,
      name: known?.name ?? otherwise.name,
      ...(phoneMasked && { phoneMasked }),
      inScope: known !== undefined,
      match,
      rooms: known?.rooms ?? [],
      ...(tally && { tally }),
      known: known ? [...knownFields(known)] : [],
    };
  };
  return [
    ...byPhone.map((person) => shown(person.personId, 'phone', person)),
    ...byName.flatMap((id) => (facts.has(id) ? [shown(id, 'name', { name: '' })] : [])),
  ];
}

/** Phone and name together are one person, a name alone never (decision 2). */
export async function personOfForm<Theirs>(
  work: Work<Theirs>,
  { projectId, form }: { readonly projectId: string; readonly form: RegisterForm },
): Promise<string | undefined> {
  if (!form.phone || !form.name) return undefined;
  const db = onOwnTables(work);
  const ids = (await peopleWithPhone(work, form.phone))
    .filter(({ inReach }) => inReach)
    .map(({ personId }) => personId);
  const key = nameKeyOf(form.name);
  const same = (await knownFacts(db, ids)).filter(({ name }) => nameKeyOf(name) === key);
  const [here] = await peopleNamed(db, key, projectId);
  return same.find(({ personId }) => personId === here)?.personId ?? same[0]?.personId;
}

async function peopleWithPhone<Theirs>(work: Work<Theirs>, phone: string | undefined) {
  const read = phone === undefined ? undefined : phoneOf(phone);
  if (!read || !('number' in read)) return [];
  const { people } = await lookUpPhone(work as never, { phone: read.number });
  return people;
}

/** Makes the customer of a register, or brings a known one into the project, with what the form tells (DOS-05). */
export async function takeIn<Theirs>(
  work: Work<Theirs>,
  given: {
    readonly personId: string | undefined;
    readonly facts: KnownFacts | undefined;
    readonly projectId: string;
    readonly form: RegisterForm;
  },
): Promise<string> {
  const { form, projectId, facts } = given;
  const birthYear = form.age === undefined ? undefined : Number(dayOf(work.now).slice(0, 4)) - form.age;
  const personId = given.personId ?? (await registerPerson(work as never, newPersonOf(projectId, form, birthYear)));
  if (given.personId) {
    await joinProject(work as never, { personId, projectId });
    const sex = facts && !facts.sex ? form.sex : undefined;
    const born = facts && facts.birthYear === null ? birthYear : undefined;
    if (facts && (sex ?? born) !== undefined) {
      await changePerson(work as never, { personId, version: facts.version, sex, birthYear: born });
    }
  }
  const answers = answersOf(form);
  if (answers.length > 0) await writeDossier(work as never, personId, answers, 'register');
  return personId;
}

function newPersonOf(projectId: string, form: RegisterForm, birthYear: number | undefined): NewPerson {
  const read = phoneOf(form.phone ?? '');
  insist('broken' in read ? registerNeedsUsablePhone : undefined, 422, { field: 'form.phone' });
  return {
    kind: 'natural',
    projectId,
    name: form.name ?? '',
    ...(form.sex && { sex: form.sex }),
    ...(birthYear !== undefined && { birthYear }),
    phones: 'number' in read ? [{ number: read.number }] : [],
    // Whom the number resembles was shown while it was typed.
    anyway: true,
  };
}

function answersOf({ answers, declined }: RegisterForm): AnswerGiven[] {
  const given = Object.entries(answers).flatMap(([field, value]) => (value === undefined ? [] : [{ field, value }]));
  const filled = new Set(given.map(({ field }) => field));
  const refused = declined.flatMap((field) =>
    field in dossierFieldsOf ? dossierFieldsOf[field as keyof typeof dossierFieldsOf] : [],
  );
  return [
    ...given,
    ...refused.filter((field) => !filled.has(field)).map((field) => ({ field, declined: true as const })),
  ];
}
