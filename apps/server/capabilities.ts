import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { imports } from '@yilu/imports/server';
import { interactions } from '@yilu/interactions/server';
import type { Capability } from '@yilu/platform/server';
import { properties } from '@yilu/properties/server';
import { sales } from '@yilu/sales/server';
import { segments } from '@yilu/segments/server';
import { settings } from '@yilu/settings/server';
import { tasks } from '@yilu/tasks/server';

/** Everything the business does, ground first: each may lean on those above it. */
export const capabilities: readonly Capability[] = [
  settings,
  identity,
  tasks,
  properties,
  customers,
  interactions,
  sales,
  segments,
  imports,
];
