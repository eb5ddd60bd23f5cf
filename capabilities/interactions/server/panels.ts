import type { PanelPerson } from '@yilu/customers/server';
import { pageOf, type Work } from '@yilu/platform/server';
import { moveSubject } from '@yilu/tasks/server';
import { type PersonTimelinePanel, seeInteractions } from '../contract/index.ts';
import { peopleWithContacts, relinkPerson } from '../store/imported.ts';
import { pageOfContacts } from '../store/interactions.ts';
import { onOwnTables } from '../store/tables.ts';
import { resealForms } from './form.ts';
import { timelineKey } from './record-contact.ts';
import { shownContact } from './shown-words.ts';

/** First contacts on the 360° page; more are asked for page by page. */
const shownAtOnce = 20;

/** The timeline of the 360° page with how often the person called and came (DOS-32, DOS-55). */
export async function timelinePanel(work: Work, { id }: PanelPerson): Promise<PersonTimelinePanel | undefined> {
  if (!work.actor.permissions.has(seeInteractions.id)) return undefined;
  const { contacts, tallies } = await pageOfContacts(onOwnTables(work), id, shownAtOnce + 1);
  return { ...pageOf(contacts.map(shownContact), shownAtOnce, timelineKey), tallies };
}

/** Tasks lie below customers and cannot hear of it themselves. */
export async function relink(work: Work, { fromId, toId }: { fromId: string; toId: string }): Promise<void> {
  await resealForms(work, { fromId, toId });
  await relinkPerson(onOwnTables(work), fromId, toId);
  await moveSubject(work, { kind: 'person', fromId, toId });
}

export function refersTo(work: Work, personIds: readonly string[]): Promise<readonly string[]> {
  return peopleWithContacts(onOwnTables(work), personIds);
}
