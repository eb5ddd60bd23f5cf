import { revealPhones } from '@yilu/customers/contract';
import { Day, endpoint, Instant, PageQuery, page } from '@yilu/platform/contract';
import { Task } from '@yilu/tasks/contract';
import { z } from 'zod';
import { ContactTally, EarlierVersion, FollowUpPlan, Interaction, Recorded } from './interaction.ts';
import { InteractionKind, RegisterKind, Side } from './kind.ts';
import { ContactParts } from './parts.ts';
import { keepRegisters, recordInteractions, seeCompliance, seeInteractions } from './permissions.ts';
import {
  Compliance,
  ComplianceFigure,
  KnownCaller,
  Register,
  RegisterDetail,
  RegisterForm,
  Standing,
} from './register.ts';

const tag = 'interactions';
const ofInteraction = z.object({ interactionId: z.uuid() });
const ofRegister = z.object({ registerId: z.uuid() });
const ofPerson = z.object({ personId: z.uuid() });

/** `CALL_IN,CALL_OUT` in a query. */
const kinds = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(InteractionKind).min(1).max(10))
  .optional();

export const recordContact = endpoint({
  method: 'POST',
  path: '/interactions',
  body: z.object({
    personId: z.uuid(),
    projectId: z.uuid(),
    kind: InteractionKind,
    /** Absent = now. */
    contactedAt: Instant.optional(),
    /** Answered, replied or accepted; for kinds in which the customer comes it is always so. */
    reacted: z.boolean().default(true),
    parts: ContactParts,
    onBehalfOf: z.uuid().optional(),
    side: Side.optional(),
    followUp: FollowUpPlan.optional(),
    /** The task that this record does. */
    taskId: z.uuid().optional(),
    /** The line of Today that this record does, where it is not a task yet. */
    lineKey: z.string().max(300).optional(),
    /** Another contact in which the same was said, not the one of just now sent twice. */
    again: z.boolean().default(false),
  }),
  answer: Recorded,
  permission: recordInteractions,
  summary:
    'Record a contact with a customer; a follow-up becomes a task, a task or line named is done by it, all in one. The same words about the same task twice are one record; otherwise the same words within ten minutes are refused with the id of the first, unless `again`.',
  tag,
});

export const timelineOfPerson = endpoint({
  method: 'GET',
  path: '/people/:personId/interactions',
  params: ofPerson,
  query: PageQuery.extend({ kinds, projectId: z.uuid().optional() }),
  answer: page(Interaction),
  permission: seeInteractions,
  summary: 'Contacts with one person, latest first, in the projects in reach.',
  tag,
});

export const tallyOfPerson = endpoint({
  method: 'GET',
  path: '/people/:personId/contact-tally',
  params: ofPerson,
  answer: z.object({ items: z.array(ContactTally) }),
  permission: seeInteractions,
  summary: 'How often a person called and came, per project in reach.',
  tag,
});

export const readInteraction = endpoint({
  method: 'GET',
  path: '/interactions/:interactionId',
  params: ofInteraction,
  answer: Interaction.extend({ earlier: z.array(EarlierVersion) }),
  permission: seeInteractions,
  summary: 'One contact with the words of its earlier versions.',
  tag,
});

export const revealWords = endpoint({
  method: 'POST',
  path: '/interactions/:interactionId/whole-words',
  params: ofInteraction,
  body: z.object({
    /** As for revealing a phone of the person. */
    reason: z.string().trim().max(200),
  }),
  answer: z.object({ parts: ContactParts }),
  permission: revealPhones,
  summary: 'Show the words of one contact with the phones in them whole; logged and rate-limited like each look.',
  tag,
});

export const revealTaskWords = endpoint({
  method: 'POST',
  path: '/tasks/:taskId/whole-words',
  params: z.object({ taskId: z.uuid() }),
  body: z.object({
    /** As for revealing a phone of the person; always stated where the task is about nobody on file. */
    reason: z.string().trim().max(200),
  }),
  answer: Task.pick({ title: true, why: true, note: true, words: true }),
  permission: revealPhones,
  summary: 'Show the words of one task with the phones in them whole; logged and rate-limited like each look.',
  tag,
});

export const changeInteraction = endpoint({
  method: 'PATCH',
  path: '/interactions/:interactionId',
  params: ofInteraction,
  body: z.object({ version: z.int(), parts: ContactParts, contactedAt: Instant.optional() }),
  answer: Interaction,
  permission: recordInteractions,
  summary:
    'Change the words of a contact; after the window the earlier words stay as a version. A phone left masked stays as it was written.',
  tag,
});

export const withdrawInteraction = endpoint({
  method: 'DELETE',
  path: '/interactions/:interactionId',
  params: ofInteraction,
  permission: recordInteractions,
  summary:
    'Take back a contact that one has just recorded: it goes, with the follow-up it made; what it did is to do again.',
  tag,
});

export const recordMinimums = endpoint({
  method: 'GET',
  path: '/record-minimums',
  query: z.object({ projectId: z.uuid() }),
  answer: z.object({
    phone: z.int(),
    phoneScope: z.enum(['feedback', 'total']),
    visit: z.int(),
    visitScope: z.enum(['feedback', 'total']),
    activity: z.int(),
    punctuation: z.boolean(),
  }),
  permission: recordInteractions,
  summary: 'How long records must be in a project, for the counter under the field.',
  tag,
});

export const findCallers = endpoint({
  method: 'POST',
  path: '/registers/callers',
  body: z.object({
    projectId: z.uuid(),
    phone: z.string().trim().max(40).optional(),
    name: z.string().trim().max(60).optional(),
  }),
  answer: z.object({ items: z.array(KnownCaller) }),
  permission: keepRegisters,
  summary: 'Who the phone number, or the name in this project, belongs to; asked while typing.',
  tag,
});

const RegisterBody = z.object({
  contactedAt: Instant,
  personId: z.uuid().optional(),
  onBehalfOf: z.uuid().optional(),
  form: RegisterForm,
  followUp: FollowUpPlan.optional(),
  /** When it was saved on the device, which may send it later; believed within bounds. */
  savedAt: Instant.optional(),
  /** Keep what there is and finish later; otherwise everything needed must be there. */
  keepOpen: z.boolean().default(false),
});

export const createRegister = endpoint({
  method: 'POST',
  path: '/registers',
  body: RegisterBody.extend({ projectId: z.uuid(), kind: RegisterKind }),
  answer: Register,
  permission: keepRegisters,
  summary:
    'Register a call or visit; makes or finds the customer, fills the dossier and counts the contact. The same form twice is refused with the id of the first.',
  tag,
});

export const finishRegister = endpoint({
  method: 'PUT',
  path: '/registers/:registerId',
  params: ofRegister,
  body: RegisterBody.extend({ version: z.int() }),
  answer: Register,
  permission: keepRegisters,
  summary: 'Go on with a register that was kept open.',
  tag,
});

export const listRegisters = endpoint({
  method: 'GET',
  path: '/registers',
  query: PageQuery.extend({
    kind: RegisterKind.optional(),
    projectId: z.uuid().optional(),
    standing: Standing.optional(),
    recordedBy: z.uuid().optional(),
    from: Day.optional(),
    to: Day.optional(),
  }),
  answer: page(Register),
  permission: keepRegisters,
  summary: 'Calls and visits registered, latest first, each with its standing against the deadline.',
  tag,
});

export const readRegister = endpoint({
  method: 'GET',
  path: '/registers/:registerId',
  params: ofRegister,
  answer: RegisterDetail,
  permission: keepRegisters,
  summary: 'One register with everything written in it, for finishing and printing.',
  tag,
});

export const registerCompliance = endpoint({
  method: 'GET',
  path: '/register-compliance',
  query: z.object({ from: Day, to: Day, projectId: z.uuid().optional() }),
  answer: Compliance,
  permission: seeCompliance,
  summary: 'How many registers were on time, late and missing, per site and per consultant.',
  tag,
});

export const ownCompliance = endpoint({
  method: 'GET',
  path: '/register-compliance/mine',
  query: z.object({ from: Day, to: Day, projectId: z.uuid().optional() }),
  answer: ComplianceFigure,
  permission: keepRegisters,
  summary: 'How many of one’s own registers were on time, late and missing.',
  tag,
});

export const endpoints = [
  recordContact,
  timelineOfPerson,
  tallyOfPerson,
  readInteraction,
  changeInteraction,
  withdrawInteraction,
  recordMinimums,
  findCallers,
  createRegister,
  finishRegister,
  listRegisters,
  readRegister,
  registerCompliance,
  ownCompliance,
] as const;
