import { endpoint } from '@yilu/platform/contract';
import { z } from 'zod';
import { BackupCodes, Code, Language, Me, Password, Session, SignInStep, Theme, Username } from './session.ts';

const tag = 'identity';

export const signIn = endpoint({
  method: 'POST',
  path: '/session',
  body: z.object({ username: Username, password: Password }),
  answer: SignInStep,
  permission: 'public',
  summary: 'Sign in with username and password; sets the session cookie, or answers a ticket for the second factor.',
  tag,
});

export const signInWithSecondFactor = endpoint({
  method: 'POST',
  path: '/session/second-factor',
  body: z.object({ ticket: z.string().max(100), code: Code }),
  answer: SignInStep,
  permission: 'public',
  summary: 'Finish a sign-in with a code of the authenticator or a back-up code; sets the session cookie.',
  tag,
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/session',
  permission: 'signedIn',
  summary: 'End this session.',
  tag,
});

export const readMe = endpoint({
  method: 'GET',
  path: '/me',
  answer: Me,
  permission: 'signedIn',
  summary: 'Who is acting: name, roles, permissions, projects, sides, preferences.',
  tag,
});

export const changePreferences = endpoint({
  method: 'PATCH',
  path: '/me',
  body: z.object({ language: Language.optional(), theme: Theme.optional() }),
  answer: Me,
  permission: 'signedIn',
  summary: 'Change own language or theme.',
  tag,
});

export const ownSessions = endpoint({
  method: 'GET',
  path: '/me/sessions',
  answer: z.array(Session),
  permission: 'signedIn',
  summary: 'Own sessions, the latest seen first.',
  tag,
});

export const endSession = endpoint({
  method: 'DELETE',
  path: '/me/sessions/:sessionId',
  params: z.object({ sessionId: z.uuid() }),
  permission: 'signedIn',
  summary: 'End one of the own sessions.',
  tag,
});

export const endOtherSessions = endpoint({
  method: 'DELETE',
  path: '/me/sessions',
  answer: z.object({ ended: z.int() }),
  permission: 'signedIn',
  summary: 'End all own sessions but this one.',
  tag,
});

export const changePassword = endpoint({
  method: 'PUT',
  path: '/me/password',
  body: z.object({ current: Password, next: Password }),
  permission: 'signedIn',
  summary: 'Change the own password; all other sessions end.',
  tag,
});

export const offerSecondFactor = endpoint({
  method: 'POST',
  path: '/me/second-factor',
  body: z.object({ password: Password }),
  answer: z.object({
    /** For the QR code: `otpauth://totp/…`. */
    uri: z.string(),
    /** The same secret to type in, base32 in groups of four. */
    secret: z.string(),
  }),
  permission: 'signedIn',
  summary: 'Begin to set up an authenticator; nothing changes until a code confirms it.',
  tag,
});

export const confirmSecondFactor = endpoint({
  method: 'POST',
  path: '/me/second-factor/confirmation',
  body: z.object({ code: Code }),
  answer: BackupCodes,
  permission: 'signedIn',
  summary: 'Confirm the authenticator with its first code; answers ten back-up codes.',
  tag,
});

export const renewBackupCodes = endpoint({
  method: 'POST',
  path: '/me/second-factor/backup-codes',
  body: z.object({ password: Password }),
  answer: BackupCodes,
  permission: 'signedIn',
  summary: 'Ten new back-up codes; the old ones end.',
  tag,
});

export const removeSecondFactor = endpoint({
  method: 'POST',
  path: '/me/second-factor/removal',
  body: z.object({ password: Password, code: Code }),
  permission: 'signedIn',
  summary: 'Stop using the authenticator.',
  tag,
});
