import { endpoint, Instant } from '@yilu/platform/contract';
import { z } from 'zod';
import { manageKeys } from './permissions.ts';

const tag = 'identity';

export const ApiKey = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The first characters, to tell keys apart. */
  prefix: z.string(),
  roleId: z.string(),
  /** Nodes of the tree of companies; empty reaches nothing, except for an administrator's key: the group. */
  nodeIds: z.array(z.uuid()),
  createdAt: z.coerce.date(),
  createdBy: z.string(),
  expiresAt: z.coerce.date().optional(),
  lastUsedAt: z.coerce.date().optional(),
  revokedAt: z.coerce.date().optional(),
});
export type ApiKey = z.infer<typeof ApiKey>;

export const NewApiKey = z.object({
  name: z.string().trim().min(1).max(60),
  roleId: z.string().max(60),
  nodeIds: z.array(z.uuid()).max(200).default([]),
  expiresAt: Instant.optional(),
});
export type NewApiKey = z.output<typeof NewApiKey>;

export const listApiKeys = endpoint({
  method: 'GET',
  path: '/api-keys',
  answer: z.array(ApiKey),
  permission: manageKeys,
  summary: 'API keys, the newest first; a key itself is never shown again.',
  tag,
});

export const addApiKey = endpoint({
  method: 'POST',
  path: '/api-keys',
  body: NewApiKey,
  answer: z.object({ apiKey: ApiKey, key: z.string() }),
  permission: manageKeys,
  summary: 'A new API key, shown once, for `Authorization: Bearer`.',
  tag,
});

export const revokeApiKey = endpoint({
  method: 'DELETE',
  path: '/api-keys/:keyId',
  params: z.object({ keyId: z.uuid() }),
  permission: manageKeys,
  summary: 'Revoke an API key at once.',
  tag,
});
