import { endpoint } from '@yilu/platform/contract';
import { z } from 'zod';
import { Completeness } from './completeness.ts';
import { AnswerValue, DossierAnswer, GroupPurposes } from './dossier.ts';
import { editCatalogue, editCustomers, revealPhones, revealSensitive, seeCustomers } from './permissions.ts';

const tag = 'customers';
const onePerson = z.object({ personId: z.uuid() });

/** A person's answers that the asker may see, and what is missing. */
export const Dossier = z.object({
  personId: z.uuid(),
  answers: z.array(DossierAnswer),
  /** Fields the asker may fill in: switched on and of the asker's side. */
  fields: z.array(z.string()),
  /** What each group is for here (DOS-27). */
  purposes: GroupPurposes,
  completeness: Completeness,
});
export type Dossier = z.infer<typeof Dossier>;

/** One field's new state: a value, `declined`, or neither, which clears it. */
export const AnswerGiven = z.object({
  field: z.string().max(60),
  value: AnswerValue.optional(),
  declined: z.literal(true).optional(),
});
export type AnswerGiven = z.infer<typeof AnswerGiven>;

export const readDossier = endpoint({
  method: 'GET',
  path: '/people/:personId/dossier',
  params: onePerson,
  answer: Dossier,
  permission: seeCustomers,
  summary: 'The dossier’s answers and gaps.',
  tag,
});

export const answerDossier = endpoint({
  method: 'PATCH',
  path: '/people/:personId/dossier',
  params: onePerson,
  body: z.object({ answers: z.array(AnswerGiven).min(1).max(100) }),
  answer: Dossier,
  permission: editCustomers,
  summary: 'Fill in, clear or mark as declined one field or many; all or none.',
  tag,
});

export const revealAnswer = endpoint({
  method: 'POST',
  path: '/people/:personId/dossier/:field/reveal',
  params: onePerson.extend({ field: z.string().max(60) }),
  body: z.object({ reason: z.string().trim().min(2).max(200) }),
  answer: z.object({ field: z.string(), value: AnswerValue }),
  permission: revealSensitive,
  summary: 'Show one sensitive answer; logged with the reason and rate-limited.',
  tag,
});

export const revealAnswerPhone = endpoint({
  method: 'POST',
  path: '/people/:personId/dossier/:field/phone',
  params: onePerson.extend({ field: z.string().max(60) }),
  body: z.object({
    /** As for revealing a phone of the person. */
    reason: z.string().trim().max(200),
  }),
  answer: z.object({ field: z.string(), value: AnswerValue }),
  permission: revealPhones,
  summary:
    'Show one answer with the phone in it whole, such as an emergency contact; logged and rate-limited like each look.',
  tag,
});

/** How a field of the catalogue is set in this company. */
export const FieldSetting = z.object({
  field: z.string(),
  on: z.boolean(),
  sensitive: z.boolean(),
  /** What it is collected for, in the company's words; a field without purpose cannot be switched on (DOS-36). */
  purpose: z.string().optional(),
});
export type FieldSetting = z.infer<typeof FieldSetting>;

export const fieldSettings = endpoint({
  method: 'GET',
  path: '/dossier/fields',
  answer: z.object({ fields: z.array(FieldSetting), purposes: GroupPurposes }),
  permission: editCatalogue,
  summary: 'Which dossier fields are collected, and for what.',
  tag,
});

export const setField = endpoint({
  method: 'PUT',
  path: '/dossier/fields/:field',
  params: z.object({ field: z.string().max(60) }),
  body: z.object({ on: z.boolean(), purpose: z.string().trim().max(200).optional() }),
  answer: z.object({ fields: z.array(FieldSetting) }),
  permission: editCatalogue,
  summary: 'Switch a dossier field on or off; on only with a purpose, sensitive ones only once consent is recorded.',
  tag,
});
