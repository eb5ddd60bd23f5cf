import { z } from 'zod';
import { ContactTally, FollowUpPlan, Recorder } from './interaction.ts';
import { RegisterKind } from './kind.ts';
import { ContactParts } from './parts.ts';
import { type RegisterField, registerFieldTitles } from './text.ts';

export const RegisterFieldName = z.enum(Object.keys(registerFieldTitles) as [RegisterField, ...RegisterField[]]);

/** The dossier fields behind a field of the register, any of which answers it; the others stand on the person or on the talk. */
export const dossierFieldsOf = {
  source: ['sourceChannel'],
  address: ['address'],
  family: ['familyStructure'],
  occupation: ['occupation'],
  purpose: ['purchasePurpose'],
  need: ['needLayout', 'needArea', 'totalPrice'],
} as const satisfies Partial<Record<RegisterField, readonly string[]>>;

const choice = z.string().min(1).max(60);
const choices = z.array(choice).max(20);

/** The dossier fields that the register asks, by their keys there; choices and entries of lists by their ids. */
export const RegisterAnswers = z.object({
  sourceChannel: choice.optional(),
  address: z.string().trim().min(1).max(200).optional(),
  familyStructure: choice.optional(),
  occupation: choice.optional(),
  purchasePurpose: choices.optional(),
  needLayout: choices.optional(),
  needArea: choices.optional(),
  totalPrice: choices.optional(),
});
export type RegisterAnswers = z.output<typeof RegisterAnswers>;

/** What the paper form asks (DOS-10, DOS-11). Everything is optional while the register is only kept. */
export const RegisterForm = z.object({
  /** As typed; normalised on arrival. */
  phone: z.string().trim().max(40).optional(),
  name: z.string().trim().max(60).optional(),
  sex: z.enum(['female', 'male']).optional(),
  /** Whole years; kept as year of birth. */
  age: z.int().min(1).max(120).optional(),
  answers: RegisterAnswers.default({}),
  declined: z.array(RegisterFieldName).max(12).default([]),
  parts: ContactParts.default({}),
});
export type RegisterForm = z.output<typeof RegisterForm>;

export const Standing = z.enum(['OPEN', 'ON_TIME', 'LATE', 'MISSING']);

/** A line of the 来电 or 来访 register. */
export const Register = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  kind: RegisterKind,
  contactedAt: z.coerce.date(),
  /** End of the time in which it counts as on time (DOS-01, DOS-02). */
  dueAt: z.coerce.date(),
  /** Absent while something is missing. */
  completedAt: z.coerce.date().optional(),
  standing: Standing,
  /** When it came to the server, where it had waited on a device without a network. */
  arrivedAt: z.coerce.date().optional(),
  /** Its number among the calls or visits of its project and day: 第 7 位. */
  numberOfDay: z.int().positive(),
  /** 1 = first call or visit of this customer in this project (DOS-08); absent until the customer is known. */
  timesBefore: z.int().nonnegative().optional(),
  personId: z.uuid().optional(),
  personName: z.string().optional(),
  /** `138****5678`. */
  phoneMasked: z.string().optional(),
  interactionId: z.uuid().optional(),
  recordedBy: Recorder,
  onBehalfOf: Recorder.optional(),
  /** What is still to fill in, in the order of the form. */
  missing: z.array(RegisterFieldName),
  version: z.int(),
});
export type Register = z.output<typeof Register>;

/** A register opened to be finished or printed: with what was written, phone masked. */
export const RegisterDetail = Register.extend({
  projectName: z.string(),
  form: RegisterForm,
  followUp: FollowUpPlan.optional(),
});
export type RegisterDetail = z.output<typeof RegisterDetail>;

/** Somebody the typed phone or name may belong to. */
export const KnownCaller = z.object({
  personId: z.uuid(),
  name: z.string(),
  phoneMasked: z.string().optional(),
  /** False: known elsewhere; registering adds this project to them. */
  inScope: z.boolean(),
  /** Why it is offered: the same number, or the same name in this project (DOS-08). */
  match: z.enum(['phone', 'name']),
  rooms: z.array(z.string()),
  /** How often they called and came in this project, whoever looked after them. */
  tally: ContactTally.pick({ calls: true, visits: true }).optional(),
  /** Asked before, so not asked again. */
  known: z.array(RegisterFieldName),
});
export type KnownCaller = z.output<typeof KnownCaller>;

export const ComplianceFigure = z.object({
  onTime: z.int(),
  late: z.int(),
  missing: z.int(),
  /** Not due yet. */
  open: z.int(),
  /** Share 0–1 of on time; absent when nothing is due yet. */
  rate: z.number().optional(),
});
export type ComplianceFigure = z.output<typeof ComplianceFigure>;

/** DOS-06: per site and per consultant. */
export const Compliance = z.object({
  all: ComplianceFigure,
  sites: z.array(ComplianceFigure.extend({ projectId: z.uuid(), name: z.string() })),
  people: z.array(ComplianceFigure.extend({ accountId: z.guid(), name: z.string() })),
});
export type Compliance = z.output<typeof Compliance>;
