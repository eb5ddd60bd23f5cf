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
}

type Connection = Parameters<Enter>[0];

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
