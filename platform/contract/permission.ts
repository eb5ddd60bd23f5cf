import type { Sentence } from './language.ts';
import type { RoleId } from './role.ts';

/** Something a role may be allowed to do. Which rows it reaches is the scope's business, not the permission's. */
export interface Permission {
  /** `capability.verb`, such as `customers.edit`. */
  readonly id: string;
  readonly title: Sentence;
  /** The roles that have it as shipped; administrators have all. Companies edit this in Settings. */
  readonly grantedTo: readonly RoleId[];
}

export function permission(id: string, title: Sentence, grantedTo: readonly RoleId[]): Permission {
  return { id, title, grantedTo };
}
