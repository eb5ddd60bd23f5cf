import { dayOf } from '@yilu/platform/contract';
import { onceForAll, type Work } from '@yilu/platform/server';
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
} from '../contract/index.ts';
import {
  type CompletenessRubric,
  completenessOf,
  type DossierFacts,
  dossierStateOf,
  type FieldSwitch,
  fieldsSwitchedOff,
  isForSides,
  mostDemanding,
} from '../rules/index.ts';
import { filledFields } from '../store/dossier.ts';
import { personById } from '../store/people.ts';
import type { Tables } from '../store/tables.ts';
import { switchesIn } from './field-settings.ts';
import { dossierStandings, type PanelPerson } from './slots.ts';

/** How complete this person's dossier is now; gaps that the asker could not fill in are not named (decision 33). */
export async function completenessFor(work: Work<Tables>, person: PanelPerson): Promise<Completeness> {
  const completeness = await completenessIfAny(work, person);
  if (!completeness) throw new Error('somebody in reach stands in no project');
  return completeness;
}

/** The same about somebody who may be out of reach. */
export async function completenessIfAny(work: Work<Tables>, person: PanelPerson): Promise<Completeness | undefined> {
  const each = await Promise.all(
    (await standingsOf(work, person)).map(async ({ projectId, ...facts }) => {
      const rubric = await rubricIn(work, projectId);
      return { projectId, completeness: completenessOf(dossierStateOf(facts, rubric), rubric, work.now) };
    }),
  );
  const asked = mostDemanding(each);
  if (!asked) return undefined;
  const { projectId, completeness } = asked;
  return {
    ...completeness,
    ...(projectId !== undefined && { projectId }),
    missing: completeness.missing.filter(({ jump }) => mayFill(work, jump)),
  };
}

type Standings = readonly (DossierFacts & { readonly projectId?: string })[];

async function standingsOf(work: Work<Tables>, person: PanelPerson): Promise<Standings> {
  const [source] = work.contributions(dossierStandings);
  const gathered = await source?.read(work as Work, person);
  if (gathered) return gathered;
  const own = await standingHere(work, person);
  return own ? [own] : [];
}

/** What this capability knows by itself, where none above gathers more. */
async function standingHere({ db }: Work<Tables>, { id }: PanelPerson): Promise<DossierFacts | undefined> {
  const [person, fields] = await Promise.all([personById(db, id), filledFields(db, [id])]);
  if (!person) return undefined;
  const own = fields.get(id);
  return {
    filled: new Set<Evidence>(own?.filled),
    declined: new Set<Evidence>(own?.declined),
    registeredOn: dayOf(person.registeredAt),
    enteredOn: dayOf(person.enteredAt),
    visitDays: [],
    paymentsBegun: false,
  };
}

function mayFill({ actor }: Work<Tables>, jump: string): boolean {
  if (jump === 'panel:deals') return actor.sides.includes('developer');
  const field = fieldOf(jump.replace(/^field:/, ''));
  return field === undefined || isForSides(field, actor.sides);
}

/** The company's figures in one project; for set-based readers too. Read off once, until somebody changes one of them. */
export function rubricIn(work: Work<Tables>, projectId: string | undefined): Promise<CompletenessRubric> {
  return onceForAll(work, `customers.rubric ${projectId ?? ''}`, async () => {
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
  });
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
