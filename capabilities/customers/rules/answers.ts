import type { Refusal } from '@yilu/platform/contract';
import { Day } from '@yilu/platform/contract';
import { z } from 'zod';
import {
  type AnswerValue,
  answerUnusable,
  CareDate,
  catalogue,
  consentNotYetRecorded,
  type DossierField,
  FamilyMember,
  type FieldKey,
  fieldSwitchedOff,
  purposeMissing,
  ShareOf,
} from '../contract/index.ts';

/** What a company decided about a field; no entry: as shipped, normal fields on, sensitive ones off. */
export interface FieldSwitch {
  readonly field: string;
  readonly on: boolean;
  readonly purpose?: string | undefined;
}

export type Side = 'developer' | 'property';

/** Whether a field is collected at present (DOS-36, SEC-04). */
export function isCollected(field: DossierField, switches: readonly FieldSwitch[]): boolean {
  const decided = switches.find((one) => one.field === field.key);
  return decided ? decided.on : field.sensitivity === 'normal';
}

/** Whether somebody of these sides may read and write it (decision 33). */
export function isForSides(field: DossierField, sides: readonly Side[]): boolean {
  return field.side === 'both' || sides.includes('developer');
}

/** The fields that leave list and sum of completeness. */
export function fieldsSwitchedOff(switches: readonly FieldSwitch[]): ReadonlySet<FieldKey> {
  return new Set(catalogue.filter((field) => !isCollected(field, switches)).map(({ key }) => key));
}

/** Why this value cannot be this field's answer, if it cannot. */
export function refusalToAnswer(
  field: DossierField,
  value: AnswerValue,
  switches: readonly FieldSwitch[],
): Refusal | undefined {
  if (!isCollected(field, switches)) return fieldSwitchedOff;
  return answerShape(field).safeParse(value).success ? undefined : answerUnusable;
}

/** Why a field cannot be switched on, if it cannot. */
export function refusalToSwitchOn(field: DossierField, purpose: string | undefined, consentIsRecorded: boolean) {
  if (!purpose) return purposeMissing;
  if (field.sensitivity === 'sensitive' && !consentIsRecorded) return consentNotYetRecorded;
  return undefined;
}

/** The exact shape of one field's answer. Entries of dictionaries are checked where the dictionary is known. */
export function answerShape(field: DossierField): z.ZodType<AnswerValue> {
  const shape = shapes.get(field) ?? shapeOf(field);
  shapes.set(field, shape);
  return shape;
}

/** A shape takes longer to make than to use, and imports use it for every row. */
const shapes = new WeakMap<DossierField, z.ZodType<AnswerValue>>();

function shapeOf({ type }: DossierField): z.ZodType<AnswerValue> {
  switch (type.kind) {
    case 'text':
      return z.string().trim().min(1).max(type.longest);
    case 'number':
      return z.number().min(type.least).max(type.most);
    case 'date':
      return Day;
    case 'choice':
      return z.enum(keysOf(type.choices));
    case 'choices':
      return z.array(z.enum(keysOf(type.choices))).min(1);
    case 'dictionary':
      return type.several ? z.array(z.string().min(1).max(60)).min(1).max(50) : z.string().min(1).max(60);
    case 'list':
      return z.array(z.string().trim().min(1).max(type.longest)).min(1).max(30);
    case 'shares':
      return z
        .array(ShareOf.extend({ key: z.enum(keysOf(type.choices)) }))
        .min(1)
        .refine((parts) => parts.reduce((sum, { percent }) => sum + percent, 0) <= 100);
    case 'careDates':
      return z.array(CareDate).min(1).max(50);
    case 'familyMembers':
      return z.array(FamilyMember).min(1).max(30);
  }
}

function keysOf(choices: readonly { readonly key: string }[]): [string, ...string[]] {
  return choices.map(({ key }) => key) as [string, ...string[]];
}
