import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { EventKind, Language } from '../../contract/index.ts';
import type { Capability } from '../capability.ts';
import type { Keys } from '../crypto/keys.ts';
import type { JobKind } from '../jobs/job.ts';
import type { Slot } from '../slot.ts';
import type { Actor } from './actor.ts';

/** One transaction on behalf of somebody: all that a use case may touch. */
export interface Work<Tables = unknown> {
  /** The transaction, as the role `yilu_app` within the actor's scope. */
  readonly db: Kysely<Tables>;
  readonly actor: Actor;
  /** Fixed when the work began. */
  readonly now: Date;
  readonly language: Language;
  readonly requestId: string;
  readonly keys: Keys;
  /** All capabilities of this composition: for lists of parameters, permissions, endpoints. */
  readonly capabilities: readonly Capability[];
  /** Tell a past fact: one job row per listener, written in this transaction. */
  readonly tell: <Shape extends z.ZodType>(kind: EventKind<Shape>, payload: z.input<Shape>) => Promise<void>;
  /** Do something after the commit, repeated until it succeeds. */
  readonly later: <Shape extends z.ZodType>(
    kind: JobKind<Shape>,
    payload: z.input<Shape>,
    when?: Later,
  ) => Promise<void>;
  readonly audit: (entry: AuditEntry) => Promise<void>;
  readonly contributions: <Value>(to: Slot<Value>) => Value[];
  /**
   * The same work, in which nobody waits for inserts: the next rows are made ready while these are written. Order stays, so a
   * later read sees them; all are in, or their first failure is thrown, when this returns. For bulk work.
   */
  readonly writingBehind: <Result>(act: (work: Work<Tables>) => Promise<Result>) => Promise<Result>;
  /**
   * Within `writingBehind`: what nobody will read before its end is done whenever the database has nothing else to do for this
   * work, in the order given. Keep each piece short, since the next question waits for it. Elsewhere it is done at once.
   */
  readonly meanwhile: (act: () => Promise<void>) => Promise<void>;
}

export interface Later {
  readonly afterSeconds?: number;
  /** At most one waiting job of this kind with this key; a further one is dropped. */
  readonly once?: string;
  /** Act as this account instead of as the system: imports run as the person who started them. */
  readonly as?: string;
}

/** Images are JSON; with a `personId` they are sealed with that person's key. */
export interface AuditEntry {
  /** `capability.past_fact`, such as `customers.phone_revealed`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly projectId?: string | undefined;
  readonly personId?: string | undefined;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string | undefined;
}
