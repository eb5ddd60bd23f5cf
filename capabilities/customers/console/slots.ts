import { panelSlot } from '@yilu/platform/web';

/** What the 360° page tells the panels of other capabilities; `panels` holds what their server panels read, by name. */
export interface OfPerson {
  readonly personId: string;
  readonly name: string;
  /** In the own portfolio: a phone is one tap away. */
  readonly mine: boolean;
  /** Projects of the person within reach. */
  readonly projectIds: readonly string[];
  /** Rooms in which the person has a part today. */
  readonly roomIds: readonly string[];
  readonly panels: Readonly<Record<string, unknown>>;
}

/** Label chips in the head, each with its reckoning. */
export const personLabels = panelSlot<OfPerson>('customers.person.labels');
/** Buttons at the right of the head; the filled one last. */
export const personActions = panelSlot<OfPerson>('customers.person.actions');
/** The middle: one timeline of everything, with its filter. */
export const personTimeline = panelSlot<OfPerson>('customers.person.timeline');
/** The right column under the relations: tasks, deals. */
export const personRail = panelSlot<OfPerson>('customers.person.rail');
/** The left column under the dossier: what the person cares about, contribution. */
export const personSide = panelSlot<OfPerson>('customers.person.side');
