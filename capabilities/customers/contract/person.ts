import { Day } from '@yilu/platform/contract';
import { z } from 'zod';

/** A natural person or a company that owns or rents. */
export const PersonKind = z.enum(['natural', 'company']);
export type PersonKind = z.infer<typeof PersonKind>;

export const Sex = z.enum(['female', 'male']);
export type Sex = z.infer<typeof Sex>;

/** What a number is for; a person may have several of a kind. */
export const PhoneKind = z.enum(['mobile', 'home', 'work', 'other']);
export type PhoneKind = z.infer<typeof PhoneKind>;

/** Papers by which a person is identified (SEC-04: encrypted, looked up by a keyed hash only). */
export const IdentityKind = z.enum([
  'residentId',
  'passport',
  'hongKongMacauPermit',
  'taiwanPermit',
  'officerId',
  'businessLicence',
  'other',
]);
export type IdentityKind = z.infer<typeof IdentityKind>;

/** A phone as it is shown everywhere: masked, `138****5678` (SEC-09). */
export const PhoneShown = z.object({
  id: z.uuid(),
  kind: PhoneKind,
  masked: z.string(),
  primary: z.boolean(),
  /** The day since which the number is known to be wrong; absent while it is believed. */
  wrongSince: Day.optional(),
  note: z.string().optional(),
});
export type PhoneShown = z.infer<typeof PhoneShown>;

/** One human being or company: one row for the whole group, however many projects and rooms (PRN-12). */
export const Person = z.object({
  id: z.uuid(),
  kind: PersonKind,
  name: z.string(),
  /** Syllables without tones and spaces, `zhangsan`; sorts names as people expect. */
  pinyin: z.string(),
  sex: Sex.optional(),
  birthDate: Day.optional(),
  /** Present also when only the year is known. */
  birthYear: z.int().optional(),
  /** Whole years today; from the year alone it may be one too many. */
  age: z.int().optional(),
  phones: z.array(PhoneShown),
  /** Present when an ID number is on file: `330***********001X`. */
  identity: z.object({ kind: IdentityKind, masked: z.string() }).optional(),
  /** Projects of this person within the asker's reach. */
  projectIds: z.array(z.uuid()),
  /** When this person was first registered anywhere in the group. */
  registeredAt: z.coerce.date(),
  version: z.int(),
});
export type Person = z.infer<typeof Person>;

/** Name as people write it: not empty, no line breaks, up to 60 characters (companies have long ones). */
export const PersonName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}]+$/u);

export const PhoneNumber = z.string().trim().min(3).max(40);

/** What may be given of a person's own columns, shared by everyone (decision 5). */
export const PersonDetails = z.object({
  name: PersonName,
  sex: Sex.optional(),
  birthDate: Day.optional(),
  birthYear: z.int().min(1900).max(2100).optional(),
});

export const NewPhone = z.object({
  number: PhoneNumber,
  kind: PhoneKind.optional(),
  note: z.string().trim().max(60).optional(),
});

export const NewIdentity = z.object({
  kind: IdentityKind.default('residentId'),
  number: z.string().trim().min(4).max(40),
});

/** A person that a new one resembles, and why; phones never unmasked. Outside the asker's reach the name is masked too. */
export const Resemblance = z.object({
  personId: z.uuid(),
  /** Full within reach, `张*` outside. */
  name: z.string(),
  maskedPhone: z.string().optional(),
  /** Room labels within reach, at most three. */
  rooms: z.array(z.string()),
  inReach: z.boolean(),
  reasons: z.array(z.enum(['samePhone', 'sameIdentity', 'sameName', 'samePinyin', 'sameRoom'])),
  strength: z.enum(['certain', 'probable', 'hint']),
});
export type Resemblance = z.infer<typeof Resemblance>;
