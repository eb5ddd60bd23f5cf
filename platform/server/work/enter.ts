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

/** A way in that is being gone. */
export interface Entering {
  /**
   * Whom this process resolved for the same credentials before. What is asked behind the entry runs only while that still holds:
   * otherwise PostgreSQL fails the transaction at the entry, and nothing behind it is read or written.
   */
  readonly expected?: Actor;
  /**
   * Undefined when the credentials are not valid, or when who was expected no longer holds: that is forgotten then, so that
   * whoever enters again, in another transaction, is resolved anew.
   */
  readonly actor: Promise<Actor | undefined>;
}

/**
 * Identity provides this: recognise the actor and step down to `yilu_app` within its scope, by one statement that is sent at once,
 * on a connection whose `begin` has already been sent.
 */
export type Enter = (client: pg.PoolClient, entry: Entry, now: Date) => Entering;
