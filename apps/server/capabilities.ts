import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import type { Capability } from '@yilu/platform/server';
import { properties } from '@yilu/properties/server';
import { settings } from '@yilu/settings/server';

/** Everything the business does, ground first: each may lean on those above it. */
export const capabilities: readonly Capability[] = [settings, identity, properties, customers];
