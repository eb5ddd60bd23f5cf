import type pg from 'pg';
import type { Actor } from './actor.ts';

/** What a request brings to prove who it is. */
export interface Credentials {
  /** The signed session cookie's value. */
  readonly sessionToken?: string | undefined;
  /** `Authorization: Bearer …`. */
  readonly apiKey?: string | undefined;
}

/** As whom a transaction is entered. */
export type Entry =
  | { readonly as: 'credentials'; readonly credentials: Credentials }
  | { readonly as: 'account'; readonly accountId: string }
  | { readonly as: 'system' }
  | { readonly as: 'nobody' };

/**
 * Identity provides this: recognise the actor and step down to `yilu_app` within its scope, in one round trip, on a
 * connection whose `begin` has already been sent. Undefined when the credentials are not valid (any more).
 */
export type Enter = (client: pg.PoolClient, entry: Entry, now: Date) => Promise<Actor | undefined>;
