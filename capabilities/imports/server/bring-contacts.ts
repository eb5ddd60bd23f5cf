import { createHash } from 'node:crypto';
import type { ImportedContact } from '@yilu/interactions/contract';
import { importInteractions } from '@yilu/interactions/server';
import { instantOn } from '@yilu/platform/contract';
import { sealerFor, type Work } from '@yilu/platform/server';
import { staffUnknown } from '../contract/index.ts';
import { fingerprintOf } from '../rules/index.ts';
import { type Bringing, type Line, noteField, type Sheet } from './bringing.ts';
import { matchStaffNames } from './staff.ts';

/** Told apart among equal rows of one sheet, in the file's order, so that the same file makes the same keys again. */
export type Ordinals = Map<string, number>;

/** The calls and visits that the lines tell of; their people exist by now. */
export async function bringContacts(
  bringing: Bringing,
  sheet: Sheet,
  lines: readonly Line[],
  peopleOf: ReadonlyMap<number, readonly string[]>,
  ordinals: Ordinals,
): Promise<void> {
  const names = lines.flatMap(({ read }) => read.contacts.flatMap(({ staffName }) => staffName ?? []));
  for (const name of names) bringing.staffNames.add(name);
  const staff = await matchStaffNames(bringing.work, names);
  const given: { line: Line; personId: string; contact: ImportedContact }[] = [];
  for (const line of lines) {
    const [personId] = peopleOf.get(line.row.number) ?? [];
    if (!personId) continue;
    const key = rowKey(sheet, line, ordinals);
    const unread = bringing.answers.read(line.read.answers).unread.map(({ column, text }) => `${column} ${text}`);
    line.read.contacts.forEach(({ staffName, ...contact }, at) => {
      const colleague = staffName ? staff.get(staffName) : undefined;
      if (staffName && !colleague?.staffId && !colleague?.decided) {
        noteField(sheet, line, 'difference', 'consultant', staffUnknown({ name: staffName }));
      }
      const text = [contact.text, ...(at === 0 ? unread : [])].filter(Boolean).join('；');
      given.push({
        line,
        personId,
        contact: {
          sourceKey: `${key}:${at}`,
          projectId: line.projectId,
          personId,
          kind: contact.kind,
          contactedAt: instantOn(contact.day, contact.minutes),
          parts: {
            ...(text !== '' && { keyPoints: text.slice(0, 4_000) }),
            ...(contact.likes && { approves: contact.likes }),
            ...(contact.doubts && { doubts: contact.doubts }),
            ...(contact.companions && { companions: contact.companions.slice(0, 200) }),
          },
          ...(colleague?.staffId ? { staffId: colleague.staffId } : staffName && { staffName }),
        },
      });
    });
  }
  if (given.length === 0) return;

  const results = await importInteractions(bringing.work, {
    importId: bringing.importId,
    rows: given.map(({ contact }) => contact),
  });
  const updated = results.flatMap((result, at) => (result.result === 'updated' ? [{ result, at }] : []));
  const sealed = await sealerFor(bringing.work as Work, [
    ...new Set(updated.flatMap(({ at }) => given[at]?.personId ?? [])),
  ]);
  results.forEach(({ id, result, before, after }, at) => {
    const of = given[at];
    if (!of) return;
    bringing.records.contacts.add(id);
    sheet.book.went(of.line.row.number, result);
    if (result === 'updated') {
      bringing.keep('contacts', {
        id,
        personId: of.personId,
        sealed: sealed(of.personId, JSON.stringify({ before, after })),
      });
    }
  });
}

/** The row's identity (decision 20): a hash of the normalised row, and its ordinal among equals. */
export function rowKey({ sheet }: Sheet, { row }: Line, ordinals: Ordinals): string {
  const hash = createHash('sha256').update(fingerprintOf(row, sheet.columns)).digest('base64url');
  const ordinal = ordinals.get(hash) ?? 0;
  ordinals.set(hash, ordinal + 1);
  return `${hash}:${ordinal}`;
}
