import type { Sentence } from '@yilu/platform/contract';
import { z } from 'zod';

/** Groups of the dossier as the trade's form has them (DOS-21…35). */
export const FieldGroup = z.enum([
  'background',
  'economic',
  'residence',
  'personality',
  'family',
  'careDates',
  'purchaseFocus',
]);
export type FieldGroup = z.infer<typeof FieldGroup>;

/** What a group is good for (DOS-27, DOS-33); shown above it. */
export const Purpose = z.enum([
  'identification',
  'purchasingPower',
  'approachReason',
  'serviceOpportunity',
  'buyingSignal',
  'potential',
]);
export type Purpose = z.infer<typeof Purpose>;

/** What each group is for in this company. */
export const GroupPurposes = z.record(FieldGroup, Purpose);
export type GroupPurposes = z.infer<typeof GroupPurposes>;

/** As the trade's form has them (DOS-27); the three labels stand there after the table, the mapping is ours. */
export const shippedPurposes: GroupPurposes = {
  background: 'identification',
  economic: 'purchasingPower',
  residence: 'purchasingPower',
  personality: 'approachReason',
  family: 'approachReason',
  careDates: 'serviceOpportunity',
  purchaseFocus: 'buyingSignal',
};

/** `sensitive` (SEC-04): encrypted, off until consent can be recorded, masked, each look logged. */
export type Sensitivity = 'normal' | 'sensitive';

export interface Choice {
  readonly key: string;
  readonly title: Sentence;
}

/** How a field is answered. `choices` of a dictionary are edited in Settings; others are fixed. */
export type FieldType =
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly unit?: Sentence }
  | { readonly kind: 'date' }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'dictionary'; readonly dictionary: string; readonly several: boolean }
  | { readonly kind: 'list'; readonly longest: number }
  | { readonly kind: 'shares'; readonly choices: readonly Choice[] }
  | { readonly kind: 'careDates' }
  | { readonly kind: 'familyMembers' };

/** Which side of the house may read and write it (decision 33). */
export type FieldSide = 'both' | 'developer';

export interface DossierField<Key extends string = string> {
  readonly key: Key;
  readonly group: FieldGroup;
  readonly title: Sentence;
  readonly type: FieldType;
  readonly purpose: Purpose;
  readonly sensitivity: Sensitivity;
  readonly side: FieldSide;
  /** Register id the field comes from. */
  readonly source: string;
}

/** A date to care about (CRE-01): a lunar one names month and day of the lunar calendar; the year may be unknown. */
export const CareDate = z.object({
  kind: z.enum(['birthday', 'familyBirthday', 'wedding', 'schoolEntry', 'company', 'anniversary']),
  /** Whose or what: 女儿, 公司成立. */
  whose: z.string().trim().max(30).optional(),
  calendar: z.enum(['solar', 'lunar']),
  month: z.int().min(1).max(12),
  dayOfMonth: z.int().min(1).max(31),
  year: z.int().min(1900).max(2100).optional(),
  yearly: z.boolean(),
});
export type CareDate = z.infer<typeof CareDate>;

/** A member of the family who is not (yet) a person of their own; of children no more than SEC-05 allows. */
export const FamilyMember = z.object({
  relation: z.enum(['spouse', 'child', 'parent', 'grandparent', 'sibling', 'other']),
  name: z.string().trim().max(30).optional(),
  /** `2018-06`; never the day (SEC-05). */
  birthMonth: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  schoolStage: z.enum(['none', 'kindergarten', 'primary', 'junior', 'senior', 'university']).optional(),
  livesHere: z.boolean().optional(),
  note: z.string().trim().max(100).optional(),
});
export type FamilyMember = z.infer<typeof FamilyMember>;

/** A part of the assets in whole per cent. */
export const ShareOf = z.object({ key: z.string().max(40), percent: z.int().min(0).max(100) });

/** Any answer's shape; `answerShape(field)` of the rules is exact for one field. */
export const AnswerValue = z.union([
  z.string().max(2_000),
  z.number(),
  z.array(z.string().max(100)).max(50),
  z.array(CareDate).max(50),
  z.array(FamilyMember).max(30),
  z.array(ShareOf).max(20),
]);
export type AnswerValue = z.infer<typeof AnswerValue>;

/** Where an answer came from. */
export const AnswerSource = z.enum(['staff', 'import', 'register', 'owner']);
export type AnswerSource = z.infer<typeof AnswerSource>;

/** A field's answer as shown: a value, or that the person declined to say (DOS-14). */
export const DossierAnswer = z.object({
  field: z.string(),
  value: AnswerValue.optional(),
  declined: z.boolean(),
  /** True when a sensitive value is on file but not shown here. */
  hidden: z.boolean(),
  /** True when a phone stands in it, shown masked; who may reveal phones sees it whole, once (SEC-09). */
  masksPhone: z.boolean(),
  /** The system's id is no versioned UUID. */
  answeredBy: z.guid(),
  answeredAt: z.coerce.date(),
  source: AnswerSource,
});
export type DossierAnswer = z.infer<typeof DossierAnswer>;

/** One change of a field, newest first (SEC-10, table stakes 24). */
export const FieldChange = z.object({
  field: z.string(),
  before: AnswerValue.optional(),
  after: AnswerValue.optional(),
  /** True when the values exist but may not be shown: sensitive, or their key was destroyed. */
  hidden: z.boolean(),
  changedBy: z.string(),
  changedAt: z.coerce.date(),
  source: AnswerSource,
});
export type FieldChange = z.infer<typeof FieldChange>;
