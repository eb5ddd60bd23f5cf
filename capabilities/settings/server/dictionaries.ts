import { isDeepStrictEqual } from 'node:util';
import { found, insist } from '@yilu/platform/contract';
import { insistVersion, newId, slot, type Work } from '@yilu/platform/server';
import {
  type Dictionary,
  type DictionaryAnswer,
  type DictionaryEntry,
  type EntryWords,
  noSuchDictionary,
  noSuchEntry,
} from '../contract/index.ts';
import { entriesOf, refusalToName, refusalToOrder } from '../rules/index.ts';
import { lockDictionary, storedEntries, writeEntries } from '../store/dictionaries.ts';
import type { Tables } from '../store/tables.ts';
import { onOwnTables } from './own-tables.ts';
import { insistGroup } from './reach.ts';

/** Capabilities contribute the lists they declare: `contributes: [dictionaries.with(channels)]`. */
export const dictionaries = slot<Dictionary>('settings.dictionaries');

/** The choices of a declared list as they stand, in their order, retired ones included; one query. */
export async function entriesIn<Theirs>(work: Work<Theirs>, list: Dictionary): Promise<DictionaryEntry[]> {
  const stored = await storedEntries(onOwnTables(work), [list.key]);
  return entriesOf(list, stored.get(list.key) ?? []);
}

/** The chosen entry, or 422 in this field when the list has no such choice. */
export async function insistEntry<Theirs>(
  work: Work<Theirs>,
  list: Dictionary,
  entryId: string,
  field: string,
): Promise<DictionaryEntry> {
  const entry = (await entriesIn(work, list)).find(({ id }) => id === entryId);
  if (!entry) insist(noSuchEntry, 422, { field });
  return found(entry, noSuchEntry);
}

export async function listDictionaries(work: Work<Tables>): Promise<{ items: DictionaryAnswer[] }> {
  const lists = work.contributions(dictionaries);
  const stored = await storedEntries(
    work.db,
    lists.map(({ key }) => key),
  );
  return { items: lists.map((list) => answerOf(list, entriesOf(list, stored.get(list.key) ?? []))) };
}

export async function readDictionary(work: Work<Tables>, { key }: { key: string }): Promise<DictionaryAnswer> {
  const list = declared(work, key);
  return answerOf(list, await entriesIn(work, list));
}

export async function addEntry(
  work: Work<Tables>,
  { key, ...words }: EntryWords & { key: string },
): Promise<DictionaryEntry> {
  const { list, entries } = await toChange(work, key);
  insist(refusalToName(entries, undefined, words), 422, { field: 'zh' });
  const entry = { id: newId(), ...named(words), position: entries.length, shipped: false, version: 1 };
  // A shipped list that nobody edited has no stored order yet; an entry after it needs one.
  await writeEntries(work.db, list.key, [...entries.map((before, position) => ({ ...before, position })), entry]);
  await work.audit({ action: 'settings.entry_added', subject: { kind: 'dictionary', id: key }, after: entry });
  return entry;
}

export async function editEntry(
  work: Work<Tables>,
  { key, entryId, version, ...words }: EntryWords & { key: string; entryId: string; version: number },
): Promise<DictionaryEntry> {
  const { entries } = await toChange(work, key);
  const before = found(
    entries.find(({ id }) => id === entryId),
    noSuchEntry,
  );
  insistVersion(before, version);
  insist(refusalToName(entries, entryId, words), 422, { field: 'zh' });
  return replace(work, key, entries, before, { ...before, ...named(words) });
}

export async function orderEntries(
  work: Work<Tables>,
  { key, entryIds }: { key: string; entryIds: string[] },
): Promise<DictionaryAnswer> {
  const { list, entries } = await toChange(work, key);
  insist(refusalToOrder(entries, entryIds));
  if (entries.every(({ id }, at) => id === entryIds[at])) return answerOf(list, entries);
  const places = new Map(entryIds.map((id, at) => [id, at]));
  await writeEntries(
    work.db,
    key,
    entries.map((entry) => ({ ...entry, position: places.get(entry.id) ?? 0 })),
  );
  await work.audit({
    action: 'settings.entries_ordered',
    subject: { kind: 'dictionary', id: key },
    before: entries.map(({ id }) => id),
    after: entryIds,
  });
  return answerOf(list, await entriesIn(work, list));
}

export async function retireEntry(
  work: Work<Tables>,
  { key, entryId }: { key: string; entryId: string },
): Promise<DictionaryEntry> {
  const { entries } = await toChange(work, key);
  const before = found(
    entries.find(({ id }) => id === entryId),
    noSuchEntry,
  );
  if (before.retiredAt) return before;
  return replace(work, key, entries, before, { ...before, retiredAt: work.now });
}

export async function restoreEntry(
  work: Work<Tables>,
  { key, entryId }: { key: string; entryId: string },
): Promise<DictionaryEntry> {
  const { entries } = await toChange(work, key);
  const before = found(
    entries.find(({ id }) => id === entryId),
    noSuchEntry,
  );
  if (!before.retiredAt) return before;
  return replace(work, key, entries, before, { ...before, retiredAt: undefined });
}

async function toChange(work: Work<Tables>, key: string): Promise<{ list: Dictionary; entries: DictionaryEntry[] }> {
  const list = declared(work, key);
  insistGroup(work);
  await lockDictionary(work.db, key);
  return { list, entries: await entriesIn(work, list) };
}

async function replace(
  work: Work<Tables>,
  key: string,
  entries: readonly DictionaryEntry[],
  before: DictionaryEntry,
  changed: DictionaryEntry,
): Promise<DictionaryEntry> {
  if (isDeepStrictEqual(before, changed)) return before;
  const after = { ...changed, version: before.version + 1 };
  await writeEntries(
    work.db,
    key,
    entries.map((entry) => (entry.id === after.id ? after : entry)),
  );
  await work.audit({ action: 'settings.entry_changed', subject: { kind: 'dictionary', id: key }, before, after });
  return after;
}

function declared(work: Work<Tables>, key: string): Dictionary {
  return found(
    work.contributions(dictionaries).find((list) => list.key === key),
    noSuchDictionary,
  );
}

function answerOf({ key, title, usedFor }: Dictionary, entries: DictionaryEntry[]): DictionaryAnswer {
  return { key, title, usedFor, entries };
}

function named({ zh, en, synonyms }: EntryWords): { zh: string; en: string; synonyms: string[] } {
  return { zh, en: en ?? zh, synonyms: [...new Set(synonyms)] };
}
