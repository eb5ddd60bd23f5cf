import * as customers from '@yilu/customers/console';
import * as identity from '@yilu/identity/console';
import * as imports from '@yilu/imports/console';
import * as interactions from '@yilu/interactions/console';
import type { AuditWords } from '@yilu/platform/contract';
import type { Command, ConsolePage, Panel, SearchSource } from '@yilu/platform/web';
import * as properties from '@yilu/properties/console';
import * as sales from '@yilu/sales/console';
import * as segments from '@yilu/segments/console';
import * as settings from '@yilu/settings/console';
import * as tasks from '@yilu/tasks/console';

/** What a capability's `console` door may offer; each export is optional. */
export interface ConsoleDoor {
  readonly pages?: readonly ConsolePage[];
  readonly panels?: readonly Panel[];
  readonly commands?: readonly Command[];
  readonly searches?: readonly SearchSource[];
  /** What it writes into the audit, in words. */
  readonly auditWords?: () => Promise<AuditWords>;
}

/**
 * All faces of the capabilities, ground first. Each export is named: a whole door as a value would bring everything behind
 * it into the first page.
 */
const doors: readonly ConsoleDoor[] = [
  { pages: settings.pages, panels: settings.panels, auditWords: settings.auditWords },
  { pages: identity.pages, panels: identity.panels, auditWords: identity.auditWords },
  { pages: tasks.pages, panels: tasks.panels, auditWords: tasks.auditWords },
  { pages: properties.pages, searches: properties.searches, auditWords: properties.auditWords },
  {
    pages: customers.pages,
    panels: customers.panels,
    commands: customers.commands,
    searches: customers.searches,
    auditWords: customers.auditWords,
  },
  {
    pages: interactions.pages,
    panels: interactions.panels,
    commands: interactions.commands,
    auditWords: interactions.auditWords,
  },
  { pages: sales.pages, panels: sales.panels, commands: sales.commands, auditWords: sales.auditWords },
  { pages: segments.pages, panels: segments.panels, auditWords: segments.auditWords },
  { pages: imports.pages, panels: imports.panels, commands: imports.commands, auditWords: imports.auditWords },
];

export const pages: readonly ConsolePage[] = doors.flatMap((door) => door.pages ?? []);
export const panels: readonly Panel[] = doors.flatMap((door) => door.panels ?? []);
export const commands: readonly Command[] = doors.flatMap((door) => door.commands ?? []);
export const searches: readonly SearchSource[] = doors.flatMap((door) => door.searches ?? []);
export const auditWords: readonly (() => Promise<AuditWords>)[] = doors.flatMap((door) => door.auditWords ?? []);
