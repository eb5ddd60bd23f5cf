import { z } from 'zod';

const SideOfCompany = z.enum(['developer', 'property']);

export const Username = z
  .string()
  .trim()
  .transform((text) => text.normalize('NFKC').toLowerCase())
  .pipe(z.string().regex(/^[\p{L}\p{N}._@-]{2,40}$/u));

/** As typed. Length and strength are a rule, since they are told in a sentence. */
export const Password = z.string().min(1).max(200);

/** Six digits from the authenticator, or a back-up code. */
export const Code = z.string().trim().min(6).max(20);

export const Language = z.enum(['zh', 'en']);
export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

/** Whoever is signed in, for navigation and greetings. */
export const Me = z.object({
  id: z.uuid(),
  kind: z.enum(['staff', 'apiKey']),
  /** Absent for a key. */
  username: z.string().optional(),
  name: z.string(),
  roles: z.array(z.object({ id: z.string(), title: z.object({ zh: z.string(), en: z.string() }) })),
  permissions: z.array(z.string()),
  /** Projects in reach; ids of projects of settings. */
  projects: z.array(z.uuid()),
  /** Only what is entrusted to the person is visible. */
  ownOnly: z.boolean(),
  sides: z.array(SideOfCompany),
  language: Language,
  theme: Theme,
  /** Set by somebody else; nothing but changing it is possible until then. */
  mustChangePassword: z.boolean(),
  hasSecondFactor: z.boolean(),
});
export type Me = z.infer<typeof Me>;

/** What a sign-in leads to. A ticket is good for one sign-in, for five minutes. */
export const SignInStep = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('signedIn'), mustChangePassword: z.boolean() }),
  z.object({ stage: z.literal('secondFactor'), ticket: z.string() }),
]);
export type SignInStep = z.infer<typeof SignInStep>;

export const Session = z.object({
  id: z.uuid(),
  isThisOne: z.boolean(),
  openedAt: z.coerce.date(),
  lastSeenAt: z.coerce.date(),
  expiresAt: z.coerce.date(),
  /** As the browser names itself. */
  device: z.string(),
  address: z.string(),
});
export type Session = z.infer<typeof Session>;

/** Good for one use each; shown once. */
export const BackupCodes = z.object({ codes: z.array(z.string()) });
