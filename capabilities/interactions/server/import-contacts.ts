import { mostIdsInAnEvent } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import { valueInEachProject } from '@yilu/settings/server';
import type { z } from 'zod';
import {
  countedKinds,
  ImportedContact,
  type ImportedContactImage,
  type ImportedContactResult,
  type ImportedContacts,
  interactionsRecorded,
  type UndoContacts,
  type UndoneContacts,
} from '../contract/index.ts';
import { countsAsInteraction, differencesOf, hasReacted } from '../rules/index.ts';
import {
  editedOfImport,
  type ImportedEarlier,
  imagesOf,
  importedEarlier,
  insertImported,
  peopleOfContacts,
  removeImported,
  writeImages,
} from '../store/imported.ts';
import { onOwnTables } from '../store/tables.ts';
import { sideOf } from './circumstances.ts';

const rowsAtOnce = 5_000;
type Row = z.output<typeof ImportedContact>;

/**
 * Past contacts of a file, in sets. The same row twice is one row; a changed row changes what nobody edited here;
 * deadlines, minimums and mandatory fields do not hold (decisions 19–21).
 */
export async function importInteractions<Theirs>(
  work: Work<Theirs>,
  { importId, rows }: ImportedContacts,
): Promise<ImportedContactResult[]> {
  const counted = await valueInEachProject(work, countedKinds);
  const results: ImportedContactResult[] = [];
  const touched = new Set<string>();
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce).map((row) => ImportedContact.parse(row));
    const earlier = new Map((await importedEarlier(onOwnTables(work), some)).map((each) => [keyOf(each), each]));
    const decided = some.map((row) => ({ row, ...decide(row, earlier.get(keyOf(row))) }));

    await insertImported(
      onOwnTables(work),
      importId,
      work.now,
      decided
        .filter(({ result }) => result.result === 'created')
        .map(({ row, result, after }) => {
          const reacted = hasReacted(row.kind, row.reacted ?? row.kind === 'CALL_OUT');
          return {
            ...row,
            ...after,
            id: result.id,
            side: sideOf(work),
            reacted,
            counted: countsAsInteraction(row.kind, reacted, counted(row.projectId)),
            contactedAt: row.contactedAt,
          };
        }),
    );
    await writeImages(
      onOwnTables(work),
      decided
        .filter(({ result }) => result.result === 'updated')
        .map(({ result, after }) => ({ id: result.id, ...after })),
    );
    for (const { row, result } of decided) if (result.result !== 'unchanged') touched.add(row.personId);
    results.push(...decided.map(({ result }) => result));
  }
  await tellAbout(work, [...touched]);
  return results;
}

function decide(
  row: Row,
  earlier: ImportedEarlier | undefined,
): { result: ImportedContactResult; after: ImportedContactImage } {
  const after = imageOf(row);
  const { sourceKey } = row;
  if (!earlier) return { after, result: { sourceKey, id: newId(), result: 'created' } };
  const { id, edited } = earlier;
  const before: ImportedContactImage = {
    parts: earlier.parts,
    contactedAt: earlier.contactedAt,
    staffName: earlier.staffName,
    recordedBy: earlier.recordedBy,
  };
  const differences = differencesOf(before, after);
  if (differences.length === 0) return { after, result: { sourceKey, id, result: 'unchanged' } };
  if (edited) return { after, result: { sourceKey, id, result: 'unchanged', differences } };
  return { after, result: { sourceKey, id, result: 'updated', before, after } };
}

function imageOf({ parts, contactedAt, staffId, staffName }: Row): ImportedContactImage {
  return {
    parts,
    contactedAt: contactedAt.toISOString(),
    ...(staffId !== undefined ? { recordedBy: staffId } : staffName !== undefined && { staffName }),
  };
}

/** Takes an import back: created rows go, updated ones get their earlier words, what was edited since stays (decision 22). */
export async function undoImportedInteractions<Theirs>(
  work: Work<Theirs>,
  { importId, updated }: UndoContacts,
): Promise<UndoneContacts> {
  const db = onOwnTables(work);
  const now = await imagesOf(
    db,
    updated.map(({ id }) => id),
  );
  const restorable = updated.filter(({ id, after }) => {
    const current = now.get(id);
    return current && !current.edited && differencesOf(current, after).length === 0;
  });
  await writeImages(
    db,
    restorable.map(({ id, before }) => ({ ...before, id })),
  );
  const { personIds, removed } = await removeImported(db, importId);
  const kept = [
    ...(await editedOfImport(db, importId)),
    ...updated.filter((each) => !restorable.includes(each)).map(({ id }) => id),
  ];
  await tellAbout(work, [...new Set([...personIds, ...restorable.flatMap(({ id }) => now.get(id)?.personId ?? [])])]);
  return { removed, restored: restorable.length, kept, people: await peopleOfContacts(db, kept) };
}

async function tellAbout<Theirs>(work: Work<Theirs>, personIds: readonly string[]): Promise<void> {
  for (let from = 0; from < personIds.length; from += mostIdsInAnEvent) {
    await work.tell(interactionsRecorded, { personIds: personIds.slice(from, from + mostIdsInAnEvent) });
  }
}

function keyOf({ projectId, sourceKey }: { readonly projectId: string; readonly sourceKey: string }): string {
  return `${projectId} ${sourceKey}`;
}
