import type { Refusal, Sentence } from '@yilu/platform/contract';
import {
  type ContactParts,
  type InteractionKind,
  type PassageName,
  partMissing,
  partTitles,
  phoneTotal,
  recordRepeats,
  recordTooShort,
  visitTotal,
} from '../contract/index.ts';
import { type Counting, countCharacters, repeatedCharacter } from './counting.ts';

/** The parameters of DOS-41…44 in force for the project. */
export interface Minimums extends Counting {
  readonly phone: number;
  readonly phoneScope: 'feedback' | 'total';
  readonly visit: number;
  readonly visitScope: 'feedback' | 'total';
  readonly activity: number;
}

export const shippedMinimums: Minimums = {
  phone: 30,
  phoneScope: 'feedback',
  visit: 50,
  visitScope: 'total',
  activity: 30,
  punctuation: false,
};

/** A text whose length counts: its passages taken together, and how long it must be. */
export interface Measure {
  readonly passages: readonly PassageName[];
  readonly needed: number;
  readonly title: Sentence;
}

/** Which passages must be there for a kind of contact; an unanswered call needs none. */
export function passagesNeeded(kind: InteractionKind, reacted: boolean): readonly (keyof ContactParts)[] {
  switch (kind) {
    case 'CALL_OUT':
      return reacted ? ['feedback'] : [];
    case 'VISIT_OUT':
      return ['goal', 'achievement', 'feedback', 'plan'];
    case 'ACTIVITY':
      return ['theme', 'participants', 'feedback'];
    case 'SMS':
      return ['message'];
    case 'WECHAT':
    case 'INVITATION':
      return reacted ? ['reply'] : ['message'];
    case 'CALL_IN':
    case 'VISIT_IN':
    case 'CIRCLE':
    case 'ENQUIRY':
      return ['keyPoints'];
  }
}

/** What is measured for a kind of contact, if anything (DOS-41…44). */
export function measureOf(kind: InteractionKind, reacted: boolean, minimums: Minimums): Measure | undefined {
  switch (kind) {
    case 'CALL_OUT':
      if (!reacted) return undefined;
      return minimums.phoneScope === 'feedback'
        ? { passages: ['feedback'], needed: minimums.phone, title: partTitles.feedback }
        : { passages: ['keyPoints', 'feedback'], needed: minimums.phone, title: phoneTotal };
    case 'VISIT_OUT':
      return minimums.visitScope === 'total'
        ? { passages: ['goal', 'achievement', 'feedback', 'plan'], needed: minimums.visit, title: visitTotal }
        : { passages: ['feedback'], needed: minimums.visit, title: partTitles.feedback };
    case 'ACTIVITY':
      return { passages: ['feedback'], needed: minimums.activity, title: partTitles.feedback };
    default:
      return undefined;
  }
}

/** How long the measured text is now, for the counter under the field. */
export function lengthOf(parts: ContactParts, measure: Measure, counting: Counting): number {
  return countCharacters(textOf(parts, measure), counting);
}

export interface PartRefusal {
  readonly refusal: Refusal;
  /** The field it concerns. */
  readonly field: keyof ContactParts;
}

/** Why this record may not be kept as it stands, with the field to mend (DOS-41…44). */
export function refusalOfParts(
  kind: InteractionKind,
  reacted: boolean,
  parts: ContactParts,
  minimums: Minimums,
): PartRefusal | undefined {
  for (const part of passagesNeeded(kind, reacted)) {
    const given = parts[part];
    if (given === undefined || saysNothing(part, given)) {
      return { field: part, refusal: partMissing({ part, partZh: partTitles[part].zh, partEn: partTitles[part].en }) };
    }
  }
  const measure = measureOf(kind, reacted, minimums);
  if (!measure) return undefined;
  const field = measure.passages.at(-1) ?? 'feedback';
  const named = { part: field, partZh: measure.title.zh, partEn: measure.title.en };
  const counted = lengthOf(parts, measure, minimums);
  if (counted < measure.needed) {
    return { field, refusal: recordTooShort({ ...named, counted, needed: measure.needed }) };
  }
  const character = repeatedCharacter(textOf(parts, measure), minimums);
  return character === undefined ? undefined : { field, refusal: recordRepeats({ ...named, character }) };
}

/** What was sent or came back stands as it was, be it one emoji; whatever else is written says something. */
const verbatim: readonly (keyof ContactParts)[] = ['message', 'reply'];

/** Whether a passage holds no character that counts: a full stop is no goal of a visit (DOS-42). */
export function saysNothing(part: keyof ContactParts, given: string | number): boolean {
  if (typeof given === 'number') return false;
  return verbatim.includes(part) ? given === '' : countCharacters(given) === 0;
}

function textOf(parts: ContactParts, measure: Measure): string {
  return measure.passages.map((passage) => parts[passage] ?? '').join('\n');
}
