import { mostIdsInAnEvent, type Sentence } from '@yilu/platform/contract';
import { newId, type Work } from '@yilu/platform/server';
import type { WhyKept } from '@yilu/properties/contract';
import type { z } from 'zod';
import {
  dealsChanged,
  ImportedDeal,
  type ImportedDealImage,
  type ImportedDealResult,
  type ImportedDeals,
  roomNeeded,
  roomTaken,
  type UndoDeals,
  type UndoneDeals,
} from '../contract/index.ts';
import { fieldsToChange, isBehind, partOf } from '../rules/index.ts';
import {
  buyersOfDeals,
  dealsHolding,
  dealsOfImport,
  imagesOf,
  importedColumns,
  importedEarlier,
  insertImported,
  leaveToImports,
  peopleOfDeals,
  removeDeals,
  type StoredImport,
  writeImages,
} from '../store/imported.ts';
import { type Db, onOwnTables } from '../store/tables.ts';

const rowsAtOnce = 2_000;
type Row = z.output<typeof ImportedDeal>;
interface Decided {
  readonly row: Row;
  readonly stands: StoredImport | undefined;
  readonly result: ImportedDealResult;
}

/** Deals of a file, in sets; exempt from steps and dates, but a room is still sold once (decisions 19–21). */
export async function importDeals<Theirs>(
  work: Work<Theirs>,
  { importId, rows }: ImportedDeals,
): Promise<ImportedDealResult[]> {
  const db = onOwnTables(work);
  const results: ImportedDealResult[] = [];
  const people = new Set<string>();
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce).map((row) => ImportedDeal.parse(row));
    const earlier = new Map((await importedEarlier(db, some)).map((each) => [keyOf(each), each]));
    const taken = new Set(
      (
        await dealsHolding(
          db,
          some.flatMap(({ roomId }) => roomId ?? []),
        )
      ).keys(),
    );
    const decided = some.map((row) => decide(row, earlier.get(keyOf(row)), taken));

    // What frees a room first: its next deal may stand in the same file.
    const images = decided.flatMap(({ stands, result }) =>
      result.result === 'updated' && stands ? [{ id: stands.id, image: { ...stands.image, ...result.after } }] : [],
    );
    const isOver = ({ image }: (typeof images)[number]) => image.state === 'CANCELLED';
    await writeImages(db, images.filter(isOver), work.now);
    await writeImages(
      db,
      images.filter((one) => !isOver(one)),
      work.now,
    );
    await insertImported(
      db,
      { importId, accountId: work.actor.accountId, now: work.now },
      decided
        .filter(({ result }) => result.result === 'created')
        .map(({ row, result }) => ({
          id: result.id,
          projectId: row.projectId,
          sourceKey: row.sourceKey,
          image: imageOf(row, undefined),
          buyers: row.buyers,
          payments: row.payments.map((payment) => ({ ...payment, id: newId() })),
        })),
    );
    for (const { row, result } of decided) {
      if (result.result !== 'created' && result.result !== 'updated') continue;
      for (const { personId } of row.buyers) people.add(personId);
      if (row.referrerId) people.add(row.referrerId);
    }
    results.push(...decided.map(({ result }) => result));
  }
  await tellAbout(work, [...people]);
  return results;
}

/** A room is in one living deal at a time, also within the file: `taken` goes along as rows come and go. */
function decide(row: Row, stands: StoredImport | undefined, taken: Set<string>): Decided {
  const { sourceKey } = row;
  const after = imageOf(row, stands);
  const fields = stands ? fieldsToWrite(stands, after) : [];
  const before = stands && roomOf(stands.image);
  const becomes = { ...stands?.image, ...partOf(after, stands ? fields : Object.keys(after)) };
  const room = roomOf(becomes);
  const refused = refusalOf(becomes, room !== undefined && room !== before && taken.has(room));
  if (refused) return { row, stands, result: { sourceKey, id: stands?.id ?? '', result: 'rejected', reason: refused } };
  if (before && before !== room) taken.delete(before);
  if (room) taken.add(room);
  if (!stands) return { row, stands, result: { sourceKey, id: newId(), result: 'created' } };

  const { id } = stands;
  const differences = stands.edited
    ? fieldsToChange(stands.image, after).filter((field) => !fields.includes(field))
    : [];
  const { state, cancelledOn } = stands.image;
  const isOver = state === 'CANCELLED' && row.state !== 'CANCELLED' && !fields.includes('state');
  const told = {
    ...(differences.length > 0 && { differences }),
    ...(isOver && typeof cancelledOn === 'string' && { endedOn: cancelledOn }),
  };
  if (fields.length === 0) return { row, stands, result: { sourceKey, id, result: 'unchanged', ...told } };
  const images = { before: partOf(stands.image, fields), after: partOf(after, fields) };
  return { row, stands, result: { sourceKey, id, result: 'updated', ...images, ...told } };
}

/**
 * Of a deal that people edited here, or that has gone further than the list knows, only what is empty; one that lives again is
 * cancelled no longer.
 */
function fieldsToWrite({ image, edited }: StoredImport, after: ImportedDealImage): readonly string[] {
  const changed = fieldsToChange(image, after);
  const fields =
    edited || isBehind(after, image) ? changed.filter((field) => (image[field] ?? null) === null) : changed;
  const revives = image.state === 'CANCELLED' && fields.includes('state');
  return revives ? [...new Set([...fields, 'cancelledOn', 'cancelReason'])] : fields;
}

/** The room that a deal keeps from others. */
function roomOf({ state, roomId }: ImportedDealImage): string | undefined {
  return state !== 'CANCELLED' && typeof roomId === 'string' ? roomId : undefined;
}

function refusalOf({ state, roomId }: ImportedDealImage, isTaken: boolean): Sentence | undefined {
  if (isTaken) return roomTaken.message;
  const needsRoom = state !== 'INTENTION_PAID' && state !== 'CANCELLED';
  return needsRoom && !roomId ? roomNeeded.message : undefined;
}

function imageOf(row: Row, stands: StoredImport | undefined): ImportedDealImage {
  const isKnown = row.cancelledOnIsPresumed && stands?.image.cancelledOn;
  const values: Readonly<Record<string, unknown>> = isKnown ? { ...row, cancelledOn: undefined } : row;
  return Object.fromEntries(
    Object.keys(importedColumns).map((field) => [field, (values[field] as string | number | undefined) ?? null]),
  );
}

/**
 * Takes an import back: created deals go, changed fields get their earlier values; what was edited since stays, and what a later
 * import changed stays and is that one's to take back (decision 22). Images from the last to the first.
 */
export async function undoImportedDeals<Theirs>(
  work: Work<Theirs>,
  { importId, updated, changedLater = new Map() }: UndoDeals,
): Promise<UndoneDeals> {
  const db = onOwnTables(work);
  const kept = new Map<string, WhyKept>();
  const made = await dealsOfImport(db, importId);
  for (const { id, edited } of made)
    if (edited || changedLater.has(id)) kept.set(id, edited ? 'editedSince' : 'laterImport');
  const removable = made.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  const before = await peopleOfDeals(db, [...removable, ...updated.map(({ id }) => id)]);
  await removeDeals(db, removable);
  await leaveToImports(
    db,
    [...kept].flatMap(([id, why]) =>
      why === 'laterImport' ? [{ id, importId: changedLater.get(id) ?? importId }] : [],
    ),
  );

  const now = await imagesOf(
    db,
    updated.map(({ id }) => id),
  );
  const restored = new Map<string, ImportedDealImage>();
  for (const { id, before, after } of updated) {
    const current = now.get(id);
    if (!current) continue;
    const image = restored.get(id) ?? current.image;
    if (fieldsToChange(image, after).length === 0) restored.set(id, { ...image, ...before });
    else kept.set(id, !current.edited && changedLater.has(id) ? 'laterImport' : 'editedSince');
  }
  for (const id of await putBack(db, restored, now, work.now)) {
    restored.delete(id);
    kept.set(id, 'editedSince');
  }
  await tellAbout(work, before);
  const people = await buyersOfDeals(db, [...kept.keys()]);
  return {
    removed: removable.length,
    restored: restored.size,
    kept: [...kept].map(([id, because]) => ({ id, people: people.get(id) ?? [], because })),
  };
}

/** Writes images whose room is free or becomes so by another of them; answers those whose room somebody else has by now. */
async function putBack(
  db: Db,
  images: ReadonlyMap<string, ImportedDealImage>,
  now: ReadonlyMap<string, StoredImport>,
  at: Date,
): Promise<string[]> {
  const holders = new Map(
    await dealsHolding(
      db,
      [...images.values()].flatMap((image) => roomOf(image) ?? []),
    ),
  );
  let waiting = [...images].map(([id, image]) => ({ id, image }));
  for (let before = Number.POSITIVE_INFINITY; waiting.length > 0 && waiting.length < before; ) {
    before = waiting.length;
    const free = waiting.filter(({ id, image }) => {
      const room = roomOf(image);
      return room === undefined || (holders.get(room) ?? id) === id;
    });
    await writeImages(db, free, at);
    for (const { id, image } of free) {
      const held = roomOf(now.get(id)?.image ?? {});
      if (held && holders.get(held) === id) holders.delete(held);
      const room = roomOf(image);
      if (room) holders.set(room, id);
    }
    waiting = waiting.filter((one) => !free.includes(one));
  }
  return waiting.map(({ id }) => id);
}

async function tellAbout<Theirs>(work: Work<Theirs>, personIds: readonly string[]): Promise<void> {
  for (let from = 0; from < personIds.length; from += mostIdsInAnEvent) {
    await work.tell(dealsChanged, { personIds: personIds.slice(from, from + mostIdsInAnEvent) });
  }
}

function keyOf({ projectId, sourceKey }: { readonly projectId: string; readonly sourceKey: string }): string {
  return `${projectId} ${sourceKey}`;
}
