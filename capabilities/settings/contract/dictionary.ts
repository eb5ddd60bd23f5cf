import type { Sentence } from '@yilu/platform/contract';
import { z } from 'zod';

/** One choice as a capability ships it. The id is stored in records and never changes; names may be edited by the company. */
export interface ShippedEntry {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Other words for it that spreadsheets use; matched when importing. */
  readonly synonyms?: readonly string[];
}

/** A list of choices that a company may edit: declared in a capability's contract, contributed through the slot `dictionaries`. */
export interface Dictionary {
  /** `capability.things`, such as `settings.sources`. */
  readonly key: string;
  readonly title: Sentence;
  /** Where the choices appear, in one sentence. */
  readonly usedFor: Sentence;
  readonly entries: readonly ShippedEntry[];
}

export function dictionary(declared: Dictionary): Dictionary {
  return declared;
}

/** Stored in records: a shipped id such as `WALK_BY`, or a uuid of one that the company added. */
export const EntryId = z.string().min(1).max(60);

export const EntryWords = z.object({
  zh: z.string().trim().min(1).max(40),
  en: z.string().trim().min(1).max(80).optional(),
  synonyms: z.array(z.string().trim().min(1).max(40)).max(40).default([]),
});
export type EntryWords = z.infer<typeof EntryWords>;

/** One choice as it stands now. */
export const DictionaryEntry = z.object({
  id: EntryId,
  zh: z.string(),
  /** The Chinese name where nobody wrote an English one. */
  en: z.string(),
  synonyms: z.array(z.string()),
  /** From 0, in the order in which forms show them. */
  position: z.int(),
  /** No longer offered, but records that have it keep it. */
  retiredAt: z.coerce.date().optional(),
  shipped: z.boolean(),
  /** 0 for a shipped entry that nobody edited. */
  version: z.int(),
});
export type DictionaryEntry = z.infer<typeof DictionaryEntry>;

export const DictionaryAnswer = z.object({
  key: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  usedFor: z.object({ zh: z.string(), en: z.string() }),
  entries: z.array(DictionaryEntry),
});
export type DictionaryAnswer = z.infer<typeof DictionaryAnswer>;
