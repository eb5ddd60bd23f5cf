import { addDays, addMonths, type Day, dayOf, instantOn } from '@yilu/platform/contract';
import {
  type Completeness,
  type CompletenessItem,
  completenessItems,
  type DossierStage,
  type Evidence,
  fieldOf,
  type MissingItem,
  type StageList,
} from '../contract/index.ts';

/** What is known of one customer in one project when completeness is asked. */
export interface DossierState {
  /** False for tenants, residents and family: nothing is due about them (decision 15). */
  readonly isAsked?: boolean | undefined;
  /** Everything filled in: fields, own columns and facts. */
  readonly filled: ReadonlySet<Evidence>;
  /** Fields the person declined to answer. */
  readonly declined: ReadonlySet<Evidence>;
  readonly registeredOn: Day;
  /** The day the record came to stand here, when later: imported history is not due before (decision 19). */
  readonly enteredOn?: Day | undefined;
  /** The day of the first visit; absent when there was none. */
  readonly firstVisitOn?: Day | undefined;
  /** The day of the visit that reached `deepenedVisits`; absent before. */
  readonly deepeningVisitOn?: Day | undefined;
  /** The day the contract was signed, else the first day as an owner; absent for leads. */
  readonly ownerSince?: Day | undefined;
  /** Whether money may have come in already; until then an owner's received payment is no gap (DOS-13). */
  readonly paymentsBegun: boolean;
}

/** The same before the company's figures say which visit counts. */
export interface DossierFacts extends Omit<DossierState, 'firstVisitOn' | 'deepeningVisitOn'> {
  /** Days of all visits to the sales office, ascending. */
  readonly visitDays: readonly Day[];
}

export function dossierStateOf({ visitDays, ...facts }: DossierFacts, rubric: CompletenessRubric): DossierState {
  return {
    ...facts,
    firstVisitOn: visitDays[0],
    deepeningVisitOn: visitDays[rubric.deepenedVisits - 1],
  };
}

const stagesByDemand: readonly DossierStage[] = ['owner', 'deepened', 'firstVisit', 'registered'];

/**
 * Of a person's projects the one that asks most of the dossier: an owner somewhere is asked as an owner, whatever they are elsewhere.
 * Where two ask the same, the one that lacks more, then the one due first. Always one of the rows of the book, never a mixture.
 */
export function mostDemanding<Each extends { readonly completeness: Completeness }>(
  projects: readonly Each[],
): Each | undefined {
  const rank = ({ completeness }: Each) => stagesByDemand.indexOf(completeness.stage);
  return [...projects].sort(
    (one, other) =>
      rank(one) - rank(other) ||
      one.completeness.percent - other.completeness.percent ||
      (one.completeness.dueBy ?? '9999').localeCompare(other.completeness.dueBy ?? '9999'),
  )[0];
}

/** The company's figures; see `contract/parameters.ts`. */
export interface CompletenessRubric {
  readonly weights: Readonly<Record<string, number>>;
  /** Shares 0–1. */
  readonly lines: Readonly<Record<StageList, number>>;
  readonly deepenedVisits: number;
  readonly deepenedMonths: number;
  readonly graceDays: number;
  readonly countDeclined: boolean;
  /** Fields that are not collected: they leave both list and sum. */
  readonly switchedOff: ReadonlySet<Evidence>;
}

/** How complete a dossier is, against which line, and when that changes by itself (DOS-10…14, decision 16). */
export function completenessOf(state: DossierState, rubric: CompletenessRubric, now: Date): Completeness {
  const sheet = sheetOf(rubric, !state.ownerSince || state.paymentsBegun);
  const missing: MissingItem[] = [];
  let filled = 0;
  for (const { ways, weight, gap } of sheet.lines) {
    if (ways.some((way) => way.every((one) => isAnswered(one, state, rubric)))) filled += weight;
    else missing.push(gap);
  }

  const sum = sheet.total;
  const today = dayOf(now);
  const { stage, dueBy, nextStageAt } = stageOf(state, rubric, today);
  const line = stage === 'registered' ? undefined : sheet.reachable[stage];
  const met = line === undefined || filled >= line * sum - 1e-9;
  const dueHasPassed = dueBy !== undefined && today > dueBy;
  const overdueAt = met || dueHasPassed || !dueBy ? undefined : endOf(dueBy);
  const changesAt = nextStageAt && overdueAt ? earlier(nextStageAt, overdueAt) : (nextStageAt ?? overdueAt);

  return {
    percent: sum === 0 ? 100 : Math.floor((filled * 100) / sum + 1e-9),
    filled,
    applicable: sum,
    missing,
    stage,
    ...(line === undefined ? {} : { line: Math.round(line * 10_000) / 100 }),
    met,
    ...(dueBy === undefined ? {} : { dueBy }),
    overdue: !met && dueHasPassed,
    ...(changesAt === undefined ? {} : { validUntil: changesAt }),
  };
}

function earlier(one: Date, other: Date): Date {
  return one <= other ? one : other;
}

interface Standing {
  readonly stage: DossierStage;
  readonly dueBy?: Day;
  /** When the mere passing of time brings the next stage. */
  readonly nextStageAt?: Date;
}

/** Owner before deepened before first visit; the third visit or the month, whichever comes first (DOS-12). */
function stageOf(state: DossierState, rubric: CompletenessRubric, today: Day): Standing {
  if (state.isAsked === false) return { stage: 'registered' };
  const dueAfter = (on: Day) => (state.enteredOn !== undefined && state.enteredOn > on ? state.enteredOn : on);
  if (state.ownerSince) return { stage: 'owner', dueBy: dueAfter(state.ownerSince) };

  const monthIsUp = addMonths(state.registeredOn, rubric.deepenedMonths);
  const deepenedOn = [state.deepeningVisitOn, monthIsUp <= today ? monthIsUp : undefined]
    .filter((on) => on !== undefined)
    .sort()[0];
  if (deepenedOn) return { stage: 'deepened', dueBy: addDays(dueAfter(deepenedOn), rubric.graceDays) };

  const nextStageAt = instantOn(monthIsUp);
  if (state.firstVisitOn) return { stage: 'firstVisit', dueBy: dueAfter(state.firstVisitOn), nextStageAt };
  return { stage: 'registered', nextStageAt };
}

/** What a rubric asks of everybody alike: read off once, since a recompute asks it of a million people. */
interface Sheet {
  readonly lines: readonly Applicable[];
  readonly total: number;
  /** What each stage asks for, as a share of the total. */
  readonly reachable: Readonly<Record<StageList, number>>;
}

interface Applicable {
  readonly item: CompletenessItem;
  readonly weight: number;
  readonly ways: readonly (readonly Evidence[])[];
  readonly gap: MissingItem;
}

const sheets = new WeakMap<CompletenessRubric, Map<boolean, Sheet>>();

/** With or without the items that can only exist after an event that has not come yet. */
function sheetOf(rubric: CompletenessRubric, withEvents: boolean): Sheet {
  const known = sheets.get(rubric) ?? new Map<boolean, Sheet>();
  sheets.set(rubric, known);
  const sheet = known.get(withEvents) ?? readOff(rubric, withEvents);
  known.set(withEvents, sheet);
  return sheet;
}

function readOff(rubric: CompletenessRubric, withEvents: boolean): Sheet {
  const lines = completenessItems
    .map((item) => ({ item, weight: rubric.weights[item.key] ?? item.weight, ways: waysToFill(item, rubric) }))
    .filter(({ item, weight, ways }) => weight > 0 && ways.length > 0 && (withEvents || !('afterEvent' in item)))
    .map((line) => ({ ...line, gap: missingItem(line.item, line.weight, line.ways) }));
  return {
    lines,
    total: total(lines),
    reachable: {
      firstVisit: cappedLine('firstVisit', lines, rubric),
      deepened: cappedLine('deepened', lines, rubric),
      owner: cappedLine('owner', lines, rubric),
    },
  };
}

const listsUpTo: Readonly<Record<StageList, readonly StageList[]>> = {
  firstVisit: ['firstVisit'],
  deepened: ['firstVisit', 'deepened'],
  owner: ['firstVisit', 'deepened', 'owner'],
};

/** A stage asks for no more than its own lists can give: switching fields off must not make a line unreachable. */
function cappedLine(stage: StageList, applicable: readonly Applicable[], rubric: CompletenessRubric): number {
  const sum = total(applicable);
  if (sum === 0) return 0;
  const reachable = total(applicable.filter(({ item }) => listsUpTo[stage].includes(item.list)));
  return Math.min(rubric.lines[stage], reachable / sum);
}

function waysToFill(item: CompletenessItem, rubric: CompletenessRubric): readonly (readonly Evidence[])[] {
  return item.by.filter((way) => !way.some((one) => rubric.switchedOff.has(one)));
}

function isAnswered(one: Evidence, state: DossierState, rubric: CompletenessRubric): boolean {
  return state.filled.has(one) || (rubric.countDeclined && state.declined.has(one));
}

function total(lines: readonly Pick<Applicable, 'weight'>[]): number {
  return lines.reduce((sum, { weight }) => sum + weight, 0);
}

function endOf(on: Day): Date {
  return instantOn(addDays(on, 1));
}

const panels: Readonly<Partial<Record<Evidence, string>>> = {
  name: 'person:name',
  sex: 'person:sex',
  birth: 'person:birth',
  phone: 'person:phones',
  followUpRecord: 'panel:timeline',
  relation: 'panel:relations',
  familyRelation: 'panel:relations',
};

function missingItem(item: CompletenessItem, weight: number, ways: readonly (readonly Evidence[])[]): MissingItem {
  const first = ways[0]?.[0];
  const jump = first === undefined ? '' : fieldOf(first) ? `field:${first}` : (panels[first] ?? 'panel:deals');
  return { item: item.key, weight, jump };
}
