import { endpoint } from '@yilu/platform/contract';
import { z } from 'zod';
import { manageRoles } from './permissions.ts';

const tag = 'identity';
const RoleIdText = z.string().regex(/^[a-z][a-zA-Z0-9]{1,59}$/);
const params = z.object({ roleId: RoleIdText });
const Text = z.object({ zh: z.string(), en: z.string() });
const Title = z.object({ zh: z.string().trim().min(1).max(30), en: z.string().trim().min(1).max(60) });
const About = z.object({ zh: z.string().trim().max(200), en: z.string().trim().max(300) });
const Side = z.enum(['developer', 'property', 'both']);

export const Role = z.object({
  id: z.string(),
  title: Text,
  about: Text,
  side: Side,
  isShipped: z.boolean(),
  suggestsOwn: z.boolean(),
  permissions: z.array(z.string()),
  /** How these differ from the shipped ones; empty for own roles. */
  changed: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
  /** Working staff who have it. */
  holders: z.int().nonnegative(),
  /** API keys that act with it, neither revoked nor expired. */
  keys: z.int().nonnegative(),
  version: z.int(),
});
export type Role = z.infer<typeof Role>;

export const PermissionLine = z.object({
  id: z.string(),
  /** The part before the dot. */
  capability: z.string(),
  title: Text,
});
export type PermissionLine = z.infer<typeof PermissionLine>;

export const listRoles = endpoint({
  method: 'GET',
  path: '/roles',
  answer: z.object({ roles: z.array(Role), permissions: z.array(PermissionLine) }),
  permission: 'signedIn',
  summary: 'All roles with their permissions, and all permissions there are.',
  tag,
});

export const addRole = endpoint({
  method: 'POST',
  path: '/roles',
  body: z.object({
    title: Title,
    about: About,
    side: Side,
    /** Begin with the permissions of this one. */
    likeRoleId: RoleIdText.optional(),
  }),
  answer: Role,
  permission: manageRoles,
  summary: 'A role of the company’s own.',
  tag,
});

export const editRole = endpoint({
  method: 'PATCH',
  path: '/roles/:roleId',
  params,
  body: z.object({
    version: z.int(),
    title: Title.optional(),
    about: About.optional(),
    side: Side.optional(),
    /** All permissions the role shall have. */
    permissions: z.array(z.string().max(80)).max(500).optional(),
  }),
  answer: Role,
  permission: manageRoles,
  summary: 'Change title, side or permissions of a role; words and side of shipped roles are fixed.',
  tag,
});

export const removeRole = endpoint({
  method: 'DELETE',
  path: '/roles/:roleId',
  params,
  permission: manageRoles,
  summary: 'Remove a role of the company’s own that nobody has.',
  tag,
});
