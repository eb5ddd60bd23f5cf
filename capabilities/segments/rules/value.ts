import { addMonths, type Day, yearsBetween } from '@yilu/platform/contract';
import { type FutureWeights, type Label, type Reason, type ValueClass, valueClasses } from '../contract/index.ts';
import { firstDifferent } from './valid-until.ts';
import { currentScore, type ValueScale } from './value-scale.ts';

/** What somebody wants next, from purpose and need in the dossier. */
export type Need = 'SECOND_HOME' | 'INVESTMENT' | 'UPGRADE';

/** What is known of one customer in one project. */
export interface ValueFacts {
  /** Sum of the contract totals signed here, in fen; absent when no signed amount is on record. */
  readonly amountFen?: number | undefined;
  /** Homes bought from the group, with or without a contract on record. */
  readonly purchases: number;
  /** Most bedrooms of a home bought here. */
  readonly boughtBedrooms?: number | undefined;
  /** Bedrooms looked for; the most when several were named. */
  readonly soughtBedrooms?: number | undefined;
  readonly needs: readonly Need[];
  /** The dossier says that they own or owned another home than the one bought here. */
  readonly ownsElsewhere: boolean;
  readonly birthYear?: number | undefined;
  /** The full date, when known, decides the day on which the age changes; else it changes at New Year. */
  readonly bornOn?: Day | undefined;
  /** A family about to need more room: newly married, expecting, small children. */
  readonly familyGrowth: boolean;
  /** People they referred to us. */
  readonly referrals: number;
}

export interface ValueParameters {
  readonly upgraderBedrooms: number;
  readonly firstNeedBedrooms: number;
  readonly emergingAgeMin: number;
  readonly emergingAgeMax: number;
  readonly futureWeights: FutureWeights;
}

/** A value class with everything SEG-07 and SEG-12 keep beside it. */
export interface ValueLabel extends Label<ValueClass> {
  /** All classes that match, in the order of precedence; the first is the value. */
  readonly matches: readonly ValueClass[];
  /** 0–100: percentile of the own signed amount in the project. */
  readonly currentScore: number;
  /** 0–100: what may still come. */
  readonly futureScore: number;
}

/** All classes that match and one primary: HIGH_NET_WORTH, UPGRADER, FIRST_NEED, EMERGING, else UNCLASSIFIED (SEG-12). */
export function valueClass(facts: ValueFacts, scale: ValueScale, today: Day, parameters: ValueParameters): ValueLabel {
  const reasons = reckoning(facts, scale, today, parameters);
  const matches = matchesOf(reasons);
  const parts = futureParts(facts, today, parameters.futureWeights);
  // Only the age moves by itself: with it whether somebody is emerging, and the points for it.
  const wantsMore = isMet(reasons, 'futureNeed');
  const [, ...ageless] = parts;
  const told = (on: Day) => {
    const age = ageOn(facts, on);
    const points = sum([scoreForAge(age, parameters.futureWeights), ...ageless]);
    return `${wantsMore && isOfAge(age, parameters)} ${points}`;
  };
  return {
    value: matches[0] ?? 'UNCLASSIFIED',
    matches,
    currentScore: currentScore(facts.amountFen, scale),
    futureScore: sum(parts),
    reasons: [
      ...reasons,
      { criterion: 'currentScore', observed: currentScore(facts.amountFen, scale), met: facts.amountFen !== undefined },
      ...parts,
    ],
    validUntil: firstDifferent(birthdays(facts, today, parameters), today, told(today), told),
  };
}

/** Overall, somebody is what they are in any project; the scores are the best ones. */
export function overallValue(
  perProject: readonly Pick<ValueLabel, 'matches' | 'currentScore' | 'futureScore'>[],
): Pick<ValueLabel, 'value' | 'matches' | 'currentScore' | 'futureScore'> {
  const matches = valueClasses.filter((one) => perProject.some((label) => label.matches.includes(one)));
  return {
    value: matches[0] ?? 'UNCLASSIFIED',
    matches,
    currentScore: Math.max(0, ...perProject.map((label) => label.currentScore)),
    futureScore: Math.max(0, ...perProject.map((label) => label.futureScore)),
  };
}

/** Age in whole years, from the date of birth or, when only the year is known, by the year. */
export function ageOn(facts: Pick<ValueFacts, 'birthYear' | 'bornOn'>, on: Day): number | undefined {
  if (facts.bornOn) return yearsBetween(facts.bornOn, on);
  return facts.birthYear === undefined ? undefined : Number(on.slice(0, 4)) - facts.birthYear;
}

function reckoning(facts: ValueFacts, scale: ValueScale, on: Day, parameters: ValueParameters): Reason[] {
  const age = ageOn(facts, on);
  const bedrooms = facts.boughtBedrooms ?? facts.soughtBedrooms;
  const most = Math.max(facts.boughtBedrooms ?? 0, facts.soughtBedrooms ?? 0) || undefined;
  const need = facts.needs.find((one) => one !== 'UPGRADE');
  const future = facts.needs.find((one) => one !== 'SECOND_HOME');
  return [
    {
      criterion: 'amountAmongTop',
      observed: facts.amountFen,
      needed: scale.topCutFen,
      met: facts.amountFen !== undefined && scale.topCutFen !== undefined && facts.amountFen >= scale.topCutFen,
    },
    { criterion: 'secondHomeOrInvestment', observed: need, met: need !== undefined },
    {
      criterion: 'bedroomsAtLeast',
      observed: most,
      needed: parameters.upgraderBedrooms,
      met: most !== undefined && most >= parameters.upgraderBedrooms,
    },
    { criterion: 'firstPurchase', observed: facts.purchases, met: facts.purchases <= 1 && !facts.ownsElsewhere },
    {
      criterion: 'bedroomsAtMost',
      observed: bedrooms,
      needed: parameters.firstNeedBedrooms,
      met: bedrooms !== undefined && bedrooms <= parameters.firstNeedBedrooms,
    },
    {
      criterion: 'ageBetween',
      observed: age,
      needed: [parameters.emergingAgeMin, parameters.emergingAgeMax],
      met: isOfAge(age, parameters),
    },
    { criterion: 'futureNeed', observed: future, met: future !== undefined },
  ];
}

function isOfAge(age: number | undefined, { emergingAgeMin, emergingAgeMax }: ValueParameters): boolean {
  return age !== undefined && age >= emergingAgeMin && age <= emergingAgeMax;
}

function isMet(reasons: readonly Reason[], criterion: Reason['criterion']): boolean {
  return reasons.some((one) => one.criterion === criterion && one.met);
}

function matchesOf(reasons: readonly Reason[]): ValueClass[] {
  const met = (criterion: Reason['criterion']) => isMet(reasons, criterion);
  const classes: readonly (readonly [ValueClass, boolean])[] = [
    ['HIGH_NET_WORTH', met('amountAmongTop') || met('secondHomeOrInvestment')],
    ['UPGRADER', met('bedroomsAtLeast')],
    ['FIRST_NEED', met('firstPurchase') && met('bedroomsAtMost')],
    ['EMERGING', met('ageBetween') && met('futureNeed')],
  ];
  return classes.filter(([, matches]) => matches).map(([value]) => value);
}

/** Share of the points for age: the years in which homes are bought and exchanged count most. */
const ageBands: readonly { readonly from: number; readonly share: number }[] = [
  { from: 56, share: 0 },
  { from: 46, share: 1 / 3 },
  { from: 36, share: 2 / 3 },
  { from: 25, share: 1 },
  { from: 18, share: 1 / 3 },
  { from: 0, share: 0 },
];
/** Referrals that earn all the points for referring. */
const referralsForAllPoints = 3;

/** The parts of the future score (SEG-07) in points; each is a reason. Only the first moves with the age. */
function futureParts(facts: ValueFacts, on: Day, weights: FutureWeights): readonly [Reason, ...Reason[]] {
  return [
    scoreForAge(ageOn(facts, on), weights),
    partOfScore('scoreForSecondHome', facts.needs.length > 0 ? 1 : 0, weights.secondHome),
    partOfScore('scoreForFamilyGrowth', facts.familyGrowth ? 1 : 0, weights.familyGrowth),
    partOfScore(
      'scoreForReferrals',
      Math.min(facts.referrals, referralsForAllPoints) / referralsForAllPoints,
      weights.referrals,
    ),
  ];
}

function scoreForAge(age: number | undefined, weights: FutureWeights): Reason {
  const share = age === undefined ? 0 : (ageBands.find((band) => age >= band.from)?.share ?? 0);
  return partOfScore('scoreForAge', share, weights.age);
}

/** A share 0–1 of the points that a part can give. */
function partOfScore(criterion: Reason['criterion'], share: number, weight: number): Reason {
  return { criterion, observed: Math.round(share * weight), needed: weight, met: share > 0 };
}

function sum(parts: readonly Reason[]): number {
  return Math.min(
    100,
    parts.reduce((points, { observed }) => points + (typeof observed === 'number' ? observed : 0), 0),
  );
}

/** Days to come on which the age crosses a boundary that the rule knows. */
function birthdays(facts: ValueFacts, today: Day, parameters: ValueParameters): Day[] {
  const reached = ageOn(facts, today) ?? 0;
  const all = [parameters.emergingAgeMin, parameters.emergingAgeMax + 1, ...ageBands.map(({ from }) => from)];
  const ages = all.filter((age) => age > reached);
  const { bornOn, birthYear: year } = facts;
  if (bornOn) return ages.map((age) => turning(bornOn, age));
  return year === undefined ? [] : ages.map((age) => `${year + age}-01-01` as Day);
}

/** The day of becoming this old; someone born on 29 February does so on 1 March of common years. */
function turning(bornOn: Day, age: number): Day {
  const clamped = addMonths(bornOn, age * 12);
  return clamped.slice(5) === bornOn.slice(5) ? clamped : (`${clamped.slice(0, 4)}-03-01` as Day);
}
