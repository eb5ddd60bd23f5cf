import { endpoint } from '@yilu/platform/contract';
import { z } from 'zod';
import { DictionaryAnswer, DictionaryEntry, EntryId, EntryWords } from './dictionary.ts';
import { editDictionaries, seeSettings } from './permissions.ts';

const tag = 'settings';
const version = z.int();

export const listDictionaries = endpoint({
  method: 'GET',
  path: '/dictionaries',
  answer: z.object({ items: z.array(DictionaryAnswer) }),
  permission: seeSettings,
  summary: 'All lists of choices with their entries, retired ones included.',
  tag,
});
export const readDictionary = endpoint({
  method: 'GET',
  path: '/dictionaries/:key',
  params: z.object({ key: z.string().max(120) }),
  answer: DictionaryAnswer,
  permission: seeSettings,
  summary: 'One list of choices.',
  tag,
});
export const addEntry = endpoint({
  method: 'POST',
  path: '/dictionaries/:key/entries',
  params: z.object({ key: z.string().max(120) }),
  body: EntryWords,
  answer: DictionaryEntry,
  permission: editDictionaries,
  summary: 'Add a choice to a list.',
  tag,
});
export const editEntry = endpoint({
  method: 'PUT',
  path: '/dictionaries/:key/entries/:entryId',
  params: z.object({ key: z.string().max(120), entryId: EntryId }),
  body: EntryWords.extend({ version }),
  answer: DictionaryEntry,
  permission: editDictionaries,
  summary: 'Rename a choice or change its synonyms; records keep pointing to it.',
  tag,
});
export const orderEntries = endpoint({
  method: 'PUT',
  path: '/dictionaries/:key/order',
  params: z.object({ key: z.string().max(120) }),
  body: z.object({ entryIds: z.array(EntryId).max(500) }),
  answer: DictionaryAnswer,
  permission: editDictionaries,
  summary: 'Put the choices of a list into this order.',
  tag,
});
export const retireEntry = endpoint({
  method: 'POST',
  path: '/dictionaries/:key/entries/:entryId/retirement',
  params: z.object({ key: z.string().max(120), entryId: EntryId }),
  answer: DictionaryEntry,
  permission: editDictionaries,
  summary: 'Stop offering a choice; records that have it keep it.',
  tag,
});
export const restoreEntry = endpoint({
  method: 'DELETE',
  path: '/dictionaries/:key/entries/:entryId/retirement',
  params: z.object({ key: z.string().max(120), entryId: EntryId }),
  answer: DictionaryEntry,
  permission: editDictionaries,
  summary: 'Offer a retired choice again.',
  tag,
});
