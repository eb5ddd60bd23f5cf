import { mostIdsInAnEvent } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import type { WhyKept } from '@yilu/properties/contract';
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
  type ImportedEarlier,
  imagesOf,
  importedEarlier,
  insertImported,
  leaveToImports,
  madeByImport,
  removeContacts,
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

/**
 * Takes an import back: created rows go, updated ones get their earlier words; what was edited since stays, and what a later
 * import changed stays and is that one's to take back (decision 22). Images from the last to the first.
 */
export async function undoImportedInteractions<Theirs>(
  work: Work<Theirs>,
  { importId, updated, changedLater = new Map() }: UndoContacts,
): Promise<UndoneContacts> {
  const db = onOwnTables(work);
  const now = await imagesOf(
    db,
    updated.map(({ id }) => id),
  );
  const restored = new Map<string, ImportedContactImage>();
  const kept = new Map<string, WhyKept>();
  for (const { id, before, after } of updated) {
    const current = now.get(id);
    if (!current) continue;
    if (!current.edited && differencesOf(restored.get(id) ?? current, after).length === 0) restored.set(id, before);
    else kept.set(id, !current.edited && changedLater.has(id) ? 'laterImport' : 'editedSince');
  }
  await writeImages(
    db,
    [...restored].map(([id, image]) => ({ ...image, id })),
  );
  const made = await madeByImport(db, importId);
  for (const { id, edited } of made)
    if (edited || changedLater.has(id)) kept.set(id, edited ? 'editedSince' : 'laterImport');
  const gone = made.filter(({ id }) => !kept.has(id));
  await removeContacts(
    db,
    gone.map(({ id }) => id),
  );
  await leaveToImports(
    db,
    made.flatMap(({ id }) =>
      kept.get(id) === 'laterImport' ? [{ id, importId: changedLater.get(id) ?? importId }] : [],
    ),
  );

  const personOf = new Map([...now].map(([id, { personId }]) => [id, personId]));
  for (const { id, personId } of made) personOf.set(id, personId);
  const touched = [...gone.map(({ id }) => id), ...restored.keys()];
  await tellAbout(work, [...new Set(touched.flatMap((id) => personOf.get(id) ?? []))]);
  return {
    removed: gone.length,
    restored: restored.size,
    kept: [...kept].map(([id, because]) => ({ id, personId: personOf.get(id) ?? '', because })),
  };
}

async function tellAbout<Theirs>(work: Work<Theirs>, personIds: readonly string[]): Promise<void> {
  for (let from = 0; from < personIds.length; from += mostIdsInAnEvent) {
    await work.tell(interactionsRecorded, { personIds: personIds.slice(from, from + mostIdsInAnEvent) });
  }
}

function keyOf({ projectId, sourceKey }: { readonly projectId: string; readonly sourceKey: string }): string {
  return `${projectId} ${sourceKey}`;
}
