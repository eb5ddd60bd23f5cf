import { found, type Heard, insist } from '@yilu/platform/contract';
import { insistVersion, newId, type Work } from '@yilu/platform/server';
import {
  type BookSettings,
  type changeView as changeEndpoint,
  type FilterField,
  mayNotShareViews,
  noSuchView,
  type SavedView,
  type saveView as saveEndpoint,
  shareViews,
  shippedArrangement,
  type ViewDefinition,
} from '../contract/index.ts';
import { inTabOrder, pinnedAtFirst, shippedViews, wrongIn } from '../rules/index.ts';
import { type Chosen, countEach } from '../store/book.ts';
import type { Tables } from '../store/tables.ts';
import {
  deleteView,
  insertView,
  type SettingRecord,
  saveSetting,
  settingOf,
  updateView,
  type ViewRecord,
  viewById,
  viewsSeen,
} from '../store/views.ts';
import { askingOf, chosenBy, insistFilter, maySee, sortedBy } from './read-book.ts';

export async function listViews(work: Work<Tables>): Promise<SavedView[]> {
  const kept = (await viewsSeen(work.db)).filter(({ definition }) => maySeeAll(work, definition));
  const { pinned } = await settingFor(work);
  return inTabOrder([...shippedFor(work), ...kept.map((view) => toSaved(work, view))], pinned);
}

/** A view that asks for what the reader's side may not see is none of theirs, whoever shared it (decision 33). */
function maySeeAll(work: Work<Tables>, { filter, sort }: ViewDefinition): boolean {
  const isAllowed = (field: FilterField) => maySee(work, field);
  return isAllowed(sortedBy(sort)) && (filter === undefined || wrongIn(filter, isAllowed) === undefined);
}

export async function countViews(
  work: Work<Tables>,
  { projectId }: { projectId?: string | undefined },
): Promise<Record<string, number>> {
  const views = (await listViews(work)).filter(({ pinned }) => pinned);
  const counted: { id: string; chosen: Chosen }[] = [];
  for (const { id, definition } of views) {
    const { search, filter } = definition;
    counted.push({ id, chosen: { ...(await chosenBy(work, { search, filter })), ownOnly: false } });
  }
  return countEach(work.db, counted, askingOf(work), { projectId, ownOnly: work.actor.ownOnly });
}

export async function saveView(work: Work<Tables>, asked: Heard<typeof saveEndpoint>): Promise<SavedView> {
  insistFilter(work, asked.definition.filter);
  insistMayShare(work, asked.shared);
  const view = { id: newId(), ownerId: work.actor.accountId, version: 1, ...asked };
  await insertView(work.db, { ...view, at: work.now });
  const setting = await settingFor(work);
  await saveSetting(work.db, work.actor.accountId, { ...setting, pinned: [...setting.pinned, view.id] });
  return { ...toSaved(work, view), pinned: true };
}

export async function changeView(work: Work<Tables>, asked: Heard<typeof changeEndpoint>): Promise<SavedView> {
  const view = await ownView(work, asked.viewId);
  insistVersion(toSaved(work, view), asked.version);
  insistFilter(work, asked.definition?.filter);
  insistMayShare(work, asked.shared === true && !view.shared);
  const next = {
    ...view,
    name: asked.name ?? view.name,
    definition: asked.definition ?? view.definition,
    shared: asked.shared ?? view.shared,
  };
  await updateView(work.db, next);
  const { pinned } = await settingFor(work);
  return { ...toSaved(work, { ...next, version: view.version + 1 }), pinned: pinned.includes(view.id) };
}

export async function removeView(work: Work<Tables>, { viewId }: { viewId: string }): Promise<void> {
  const view = await ownView(work, viewId);
  await deleteView(work.db, view.id);
}

/** Which views stand as tabs. Unknown ones are left out: a shared view may have gone since. */
export async function pinViews(work: Work<Tables>, { views }: { views: string[] }): Promise<SavedView[]> {
  const known = new Set((await listViews(work)).map(({ id }) => id));
  const setting = await settingFor(work);
  const pinned = [...new Set(views)].filter((id) => known.has(id));
  await saveSetting(work.db, work.actor.accountId, { ...setting, pinned });
  return listViews(work);
}

export async function readSettings(work: Work<Tables>): Promise<BookSettings> {
  const { columns, defaultView } = await settingFor(work);
  return { columns: [...columns], defaultView };
}

export async function changeSettings(
  work: Work<Tables>,
  { columns, defaultView }: BookSettings,
): Promise<BookSettings> {
  const setting = await settingFor(work);
  await saveSetting(work.db, work.actor.accountId, { ...setting, columns, defaultView });
  return readSettings(work);
}

async function settingFor({ db, actor }: Work<Tables>): Promise<SettingRecord> {
  const kept = await settingOf(db, actor.accountId);
  return kept ?? { columns: shippedArrangement, defaultView: actor.ownOnly ? 'mine' : 'all', pinned: pinnedAtFirst };
}

function shippedFor({ language }: Work<Tables>): SavedView[] {
  return shippedViews.map(({ id, name, definition }) => ({
    id,
    name: name[language],
    definition,
    shared: true,
    own: false,
    shipped: true,
    pinned: false,
    version: 1,
  }));
}

function toSaved({ actor }: Work<Tables>, { ownerId, ...view }: ViewRecord): SavedView {
  return { ...view, own: ownerId === actor.accountId, shipped: false, pinned: false };
}

async function ownView(work: Work<Tables>, id: string): Promise<ViewRecord> {
  const view = found(await viewById(work.db, id), noSuchView);
  return found(view.ownerId === work.actor.accountId ? view : undefined, noSuchView);
}

function insistMayShare({ actor }: Work<Tables>, shares: boolean): void {
  insist(shares && !actor.permissions.has(shareViews.id) ? mayNotShareViews : undefined, 403);
}
