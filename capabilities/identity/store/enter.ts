import type { Enter } from '@yilu/platform/server';
import type { RoleDifferences } from '../rules/index.ts';

/** Whom `auth.enter` recognised. */
export interface Entered {
  readonly kind: 'staff' | 'apiKey' | 'system' | 'nobody';
  readonly accountId?: string;
  readonly name?: string;
  readonly roles: readonly RoleDifferences[];
  readonly projects: readonly string[];
  readonly ownOnly: boolean;
  readonly isGroup: boolean;
  readonly sides: readonly ('developer' | 'property')[];
  readonly sessionId?: string;
  readonly mustChangePassword?: boolean;
  /** Of who may what and where, when this was resolved. */
  readonly edition: number;
}

export type Connection = Parameters<Enter>[0];

/** Recognise and enter in one prepared statement; undefined leaves the transaction where it was. */
export async function enterAs(
  client: Connection,
  { how, secret, accountId, now }: { how: string; secret?: Buffer; accountId?: string; now: Date },
): Promise<Entered | undefined> {
  const { rows } = await client.query<{ who: Entered | null }>({
    name: 'auth.enter',
    text: 'select auth.enter($1, $2, $3, $4) as who',
    values: [how, secret ?? null, accountId ?? null, now],
  });
  return rows[0]?.who ?? undefined;
}

export interface KnownScope {
  readonly how: string;
  readonly secret: Buffer;
  readonly accountId: string;
  readonly edition: number;
  /** As PostgreSQL writes arrays. */
  readonly projects: string;
  readonly ownOnly: boolean;
  readonly isGroup: boolean;
  readonly sides: string;
  readonly mustChangePassword: boolean;
}

/** Enter as resolved before. False when that does not hold any more: then the transaction has failed, and with it whatever was asked behind this. */
export async function enterAgain(client: Connection, known: KnownScope, now: Date): Promise<boolean> {
  try {
    await client.query({
      name: 'auth.enter_again',
      text: 'select auth.enter_again($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      values: [
        known.how,
        known.secret,
        known.accountId,
        now,
        known.edition,
        known.mustChangePassword,
        known.projects,
        known.ownOnly,
        known.isGroup,
        known.sides,
      ],
    });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === codeOfChange) return false;
    throw error;
  }
}

/** What auth.enter_again fails with, and nothing else does. */
const codeOfChange = 'YL401';
