import type { Refusal } from '@yilu/platform/contract';
import {
  type Dictionary,
  type DictionaryEntry,
  type EntryWords,
  entryNameTaken,
  orderIncomplete,
} from '../contract/index.ts';

/** What a company stored about an entry: of its own making, or an edit of a shipped one. */
export interface StoredEntry extends Omit<DictionaryEntry, 'shipped'> {}

/** A list as it stands: shipped entries with the company's edits, and its own, in its order (new shipped ones last). */
export function entriesOf(shipped: Dictionary, stored: readonly StoredEntry[]): DictionaryEntry[] {
  const edits = new Map(stored.map((entry) => [entry.id, entry]));
  const shippedIds = new Set(shipped.entries.map(({ id }) => id));
  const last = Math.max(-1, ...stored.map(({ position }) => position));
  const base = shipped.entries.map((entry, at): DictionaryEntry => {
    const edit = edits.get(entry.id);
    if (edit) return { ...edit, shipped: true };
    const position = stored.some(({ id }) => shippedIds.has(id)) ? last + 1 + at : at;
    return {
      id: entry.id,
      zh: entry.zh,
      en: entry.en,
      synonyms: [...(entry.synonyms ?? [])],
      position,
      shipped: true,
      version: 0,
    };
  });
  const own = stored
    .filter(({ id }) => !shippedIds.has(id))
    .map((entry): DictionaryEntry => ({ ...entry, shipped: false }));
  return [...base, ...own]
    .sort((one, other) => one.position - other.position)
    .map((entry, position) => ({ ...entry, position }));
}

/** Case, width, spaces and punctuation do not matter when a spreadsheet names an entry. */
export function foldWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, '');
}

/** The entry that these words mean: by id, name in either language, or synonym; retired ones too, since history names them. */
export function matchEntry(entries: readonly DictionaryEntry[], text: string): DictionaryEntry | undefined {
  const wanted = foldWord(text);
  if (wanted === '') return undefined;
  const named = (entry: DictionaryEntry) => foldedWordsOf(entry).names.includes(wanted);
  const called = (entry: DictionaryEntry) => foldedWordsOf(entry).synonyms.includes(wanted);
  const offered = (entry: DictionaryEntry) => !entry.retiredAt;
  return (
    entries.find((entry) => offered(entry) && named(entry)) ??
    entries.find((entry) => offered(entry) && called(entry)) ??
    entries.find(named) ??
    entries.find(called)
  );
}

interface FoldedWords {
  readonly names: readonly string[];
  readonly synonyms: readonly string[];
}

// Imports ask for every cell of a column; entries are values and never change in place.
const folded = new WeakMap<DictionaryEntry, FoldedWords>();

function foldedWordsOf(entry: DictionaryEntry): FoldedWords {
  const words = folded.get(entry) ?? {
    names: [entry.id, entry.zh, entry.en].map(foldWord),
    synonyms: entry.synonyms.map(foldWord),
  };
  folded.set(entry, words);
  return words;
}

/** Why these words cannot name an entry, if they cannot: another entry already answers to one of them. */
export function refusalToName(
  entries: readonly DictionaryEntry[],
  entryId: string | undefined,
  words: EntryWords,
): Refusal | undefined {
  const others = entries.filter(({ id }) => id !== entryId);
  const taken = [words.zh, ...words.synonyms].find((word) =>
    others.some((other) => [other.zh, ...other.synonyms].some((known) => foldWord(known) === foldWord(word))),
  );
  return taken === undefined ? undefined : entryNameTaken({ name: taken });
}

/** Why this order cannot be taken, if it cannot: it must name every entry once. */
export function refusalToOrder(entries: readonly DictionaryEntry[], entryIds: readonly string[]): Refusal | undefined {
  const named = new Set(entryIds);
  const complete = named.size === entryIds.length && entryIds.length === entries.length;
  return complete && entries.every(({ id }) => named.has(id)) ? undefined : orderIncomplete;
}
