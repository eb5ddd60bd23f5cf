import { type Day, dayOf } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { valuesOf } from '@yilu/settings/server';
import {
  type Completeness,
  countDeclined,
  deepenedGrace,
  deepenedLine,
  deepenedMonths,
  deepenedVisits,
  dossierWeights,
  type Evidence,
  fieldOf,
  firstVisitLine,
  ownerLine,
  owningRoles,
  type RoomParty,
} from '../contract/index.ts';
import {
  type CompletenessRubric,
  completenessOf,
  type DossierState,
  type FieldSwitch,
  fieldsSwitchedOff,
  isForSides,
} from '../rules/index.ts';
import { filledFields } from '../store/dossier.ts';
import { partiesOfPerson } from '../store/parties.ts';
import type { PersonRecord } from '../store/people.ts';
import type { Tables } from '../store/tables.ts';
import { switchesIn } from './field-settings.ts';
import { dossierFacts } from './slots.ts';

/** How complete this person's dossier is now; gaps that the asker could not fill in are not named (decision 33). */
export async function completenessFor(
  work: Work<Tables>,
  person: PersonRecord,
  homes: Promise<readonly RoomParty[]> = partiesOfPerson(work.db, person.id),
): Promise<Completeness> {
  const [state, rubric] = await Promise.all([
    dossierStateOf(work, person, homes),
    rubricIn(work, person.projectIds[0]),
  ]);
  const answer = completenessOf(state, rubric, work.now);
  return { ...answer, missing: answer.missing.filter(({ jump }) => mayFill(work, jump)) };
}

function mayFill({ actor }: Work<Tables>, jump: string): boolean {
  if (jump === 'panel:deals') return actor.sides.includes('developer');
  const field = fieldOf(jump.replace(/^field:/, ''));
  return field === undefined || isForSides(field, actor.sides);
}

/** The company's figures in one project; for set-based readers too. */
export async function rubricIn(work: Work<Tables>, projectId: string | undefined): Promise<CompletenessRubric> {
  const [values, switches] = await Promise.all([
    valuesOf(
      work,
      {
        firstVisit: firstVisitLine,
        deepened: deepenedLine,
        owner: ownerLine,
        visits: deepenedVisits,
        months: deepenedMonths,
        grace: deepenedGrace,
        declined: countDeclined,
        weights: dossierWeights,
      },
      { projectId },
    ),
    switchesIn(work),
  ]);
  return rubricOf(values, switches);
}

interface RubricValues {
  readonly firstVisit: number;
  readonly deepened: number;
  readonly owner: number;
  readonly visits: number;
  readonly months: number;
  readonly grace: number;
  readonly declined: boolean;
  readonly weights: Readonly<Record<string, number>>;
}

function rubricOf(values: RubricValues, switches: readonly FieldSwitch[]): CompletenessRubric {
  return {
    weights: values.weights,
    lines: { firstVisit: values.firstVisit, deepened: values.deepened, owner: values.owner },
    deepenedVisits: values.visits,
    deepenedMonths: values.months,
    graceDays: values.grace,
    countDeclined: values.declined,
    switchedOff: fieldsSwitchedOff(switches),
  };
}

async function dossierStateOf(
  work: Work<Tables>,
  person: PersonRecord,
  homes: Promise<readonly RoomParty[]>,
): Promise<DossierState> {
  const [fields, parties, needed, ...known] = await Promise.all([
    filledFields(work.db, [person.id]),
    homes,
    valuesOf(work, { visits: deepenedVisits }, { projectId: person.projectIds[0] }),
    ...work.contributions(dossierFacts).map((source) => source.gather(work as Work, person.id)),
  ]);
  const own = fields.get(person.id);
  const visitDays = known.flatMap(({ visitDays = [] }) => visitDays).sort();
  const registeredOn = dayOf(person.registeredAt);
  const ownerDays = parties
    .filter(({ role, endedOn }) => owningRoles.includes(role) && endedOn === undefined)
    .map(({ startedOn }) => startedOn ?? registeredOn);
  const signedOn = known.flatMap((one) => one.signedOn ?? []);
  return {
    filled: new Set<Evidence>([...(own?.filled ?? []), ...known.flatMap(({ facts }) => facts)]),
    declined: new Set<Evidence>(own?.declined),
    registeredOn,
    enteredOn: dayOf(person.enteredAt),
    visits: visitDays.length,
    firstVisitOn: visitDays[0],
    deepeningVisitOn: visitDays[needed.visits - 1],
    ownerSince: earliest(signedOn) ?? earliest(ownerDays),
    paymentsBegun: known.some(({ paymentsBegun }) => paymentsBegun === true),
  };
}

function earliest(days: readonly Day[]): Day | undefined {
  return [...days].sort()[0];
}
