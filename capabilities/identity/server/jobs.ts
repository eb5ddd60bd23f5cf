import { every, type Work } from '@yilu/platform/server';
import { deleteExpired } from '../store/sessions.ts';
import type { Tables } from '../store/tables.ts';

/** Nightly: sessions, tickets and failed tries that have ended by themselves. */
export const forgetExpired = every('identity.forget-expired', '40 3 * * *', ({ db, now }: Work<Tables>) =>
  deleteExpired(db, now),
);
