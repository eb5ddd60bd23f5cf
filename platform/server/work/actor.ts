/** Who acts, with what permissions and over which rows. */
export interface Actor {
  readonly kind: 'staff' | 'apiKey' | 'system' | 'nobody';
  /** The account; for an API key the key's own id. */
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  /** Projects in reach. */
  readonly projects: readonly string[];
  /** Sees its own portfolio only. */
  readonly ownOnly: boolean;
  /** Reaches the whole group, records without a project included. */
  readonly isGroup: boolean;
  readonly sides: readonly ('developer' | 'property')[];
  /** Of the session, when it is one. */
  readonly sessionId?: string | undefined;
  /** Moves on with every change of who may what and where, and of what is remembered with it (see onceForAll). */
  readonly edition?: number | undefined;
  /** A password set by another must be changed first: only endpoints guarded `signedIn` are open. */
  readonly mustChangePassword?: boolean | undefined;
}

export const idOfNobody = '00000000-0000-0000-0000-000000000000';
export const idOfSystem = '00000000-0000-0000-0000-000000000001';

export const nobody: Actor = {
  kind: 'nobody',
  accountId: idOfNobody,
  name: '—',
  roles: [],
  permissions: new Set(),
  projects: [],
  ownOnly: true,
  isGroup: false,
  sides: [],
};
