import { lanAccess } from '@yilu/identity/server';
import type { Capability } from '@yilu/platform/server';
import type { Lan } from './open-lan.ts';

/** Tells the console how telephones reach this process, once that is known. */
export function lanCapability(lan: () => Lan | undefined): Capability {
  return { name: 'lan', contributes: [lanAccess.with({ read: () => lan()?.access })] };
}
