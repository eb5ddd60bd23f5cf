import type { Sentence } from '@yilu/platform/contract';
import type { Choice, DossierField, FieldGroup, FieldSide, FieldType, Purpose, Sensitivity } from './dossier.ts';

interface Unusual {
  readonly sensitivity?: Sensitivity;
  readonly side?: FieldSide;
  readonly purpose?: Purpose;
}

/** Entries of one group: `entry(key, requirement, title, type)`, and what differs from the group's rule. */
export function entriesOf(group: FieldGroup, purpose: Purpose, side: FieldSide = 'both') {
  return <const Key extends string>(
    key: Key,
    source: string,
    title: Sentence,
    type: FieldType,
    unusual: Unusual = {},
  ): DossierField<Key> => ({ key, group, title, type, purpose, side, sensitivity: 'normal', source, ...unusual });
}

export const text = (longest: number): FieldType => ({ kind: 'text', longest });
export const list = (longest: number): FieldType => ({ kind: 'list', longest });
export const number = (least: number, most: number, unit?: Sentence): FieldType =>
  unit ? { kind: 'number', least, most, unit } : { kind: 'number', least, most };
export const one = (...choices: readonly Choice[]): FieldType => ({ kind: 'choice', choices });
export const several = (...choices: readonly Choice[]): FieldType => ({ kind: 'choices', choices });
export const shares = (...choices: readonly Choice[]): FieldType => ({ kind: 'shares', choices });
export const oneOf = (dictionary: string): FieldType => ({ kind: 'dictionary', dictionary, several: false });
export const severalOf = (dictionary: string): FieldType => ({ kind: 'dictionary', dictionary, several: true });
export const choice = (key: string, zh: string, en: string): Choice => ({ key, title: { zh, en } });
export const say = (zh: string, en: string): Sentence => ({ zh, en });
