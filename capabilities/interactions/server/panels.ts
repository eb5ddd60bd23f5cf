import type { KnownForDossier, PanelPerson } from '@yilu/customers/server';
import { day } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { seeInteractions } from '../contract/index.ts';
import { dossierFactsOf, peopleWithContacts, relinkPerson } from '../store/imported.ts';
import { talliesOf, timeline } from '../store/interactions.ts';
import { onOwnTables } from '../store/tables.ts';

/** First contacts on the 360° page; more are asked for page by page. */
const shownAtOnce = 20;

/** The timeline of the 360° page with how often the person called and came (DOS-32, DOS-55). */
export async function timelinePanel(work: Work, { id }: PanelPerson): Promise<unknown> {
  if (!work.actor.permissions.has(seeInteractions.id)) return undefined;
  const db = onOwnTables(work);
  const items = await timeline(db, { personId: id, limit: shownAtOnce });
  const tallies = (await talliesOf(db, [id])).map(({ personId: _personId, ...tally }) => tally);
  return { items, hasMore: items.length === shownAtOnce, tallies };
}

/** What contacts tell the dossier: days of visits, and whether somebody followed up (DOS-12). */
export async function knownForDossier(work: Work, personId: string): Promise<KnownForDossier> {
  const { visitDays, followUps } = await dossierFactsOf(onOwnTables(work), personId);
  return { visitDays: visitDays.map(day), facts: followUps > 0 ? ['followUpRecord'] : [] };
}

export function relink(work: Work, { fromId, toId }: { fromId: string; toId: string }): Promise<void> {
  return relinkPerson(onOwnTables(work), fromId, toId);
}

export function refersTo(work: Work, personIds: readonly string[]): Promise<readonly string[]> {
  return peopleWithContacts(onOwnTables(work), personIds);
}
