import type { FilledPlace, UndoPerson } from '@yilu/customers/contract';
import { undoPeople as undoImportedPeople } from '@yilu/customers/server';
import type { UndoContacts } from '@yilu/interactions/contract';
import { undoImportedInteractions } from '@yilu/interactions/server';
import { type Begin, openerFor, type Work } from '@yilu/platform/server';
import type { RoomFieldChange, WhyKept } from '@yilu/properties/contract';
import { undoRooms } from '@yilu/properties/server';
import type { UndoDeals } from '@yilu/sales/contract';
import { undoImportedDeals } from '@yilu/sales/server';
import {
  changesBefore,
  countOfPeople,
  type Door,
  handOver,
  type Later,
  laterThan,
  type StoredChange,
} from '../store/rows.ts';
import { changeRun, runById } from '../store/runs.ts';
import type { Tables } from '../store/tables.ts';
import { waitForTurn } from '../store/turns.ts';
import { type Kept, keep, keepPlaces } from './kept.ts';
import { progressTeller } from './progress.ts';
import { inOwnWork } from './steps.ts';

/** Rows of images; each holds up to a hundred. */
const atOnce = 20;

/** An import being taken back: what stays of it and why, and what it leaves to imports that came later. */
interface Undoing {
  readonly work: Work<Tables>;
  readonly importId: string;
  readonly later: Later;
  readonly kept: Kept;
}

/**
 * Take an import back in one transaction: deals, contacts, people, rooms, each from the last change to the first. What stays
 * because of a later import is handed to that one: with its undo it goes too.
 */
export async function undoNow(begin: Begin, importId: string): Promise<void> {
  await inOwnWork(begin, async (work) => {
    await waitForTurn(work.db, importId);
    const run = await runById(work.db, importId);
    if (run?.phase !== 'undoing') return;
    const undoing: Undoing = { work, importId, later: await laterThan(work.db, importId), kept: new Map() };
    const done = progressTeller(begin, importId, 'undo', await countOfPeople(work.db, importId));
    const { contacts, deals, others } = await imagesOf(work, importId);

    await undoDeals(undoing, deals);
    await undoContacts(undoing, contacts);
    await undoPeople(undoing, others('people'), done);
    await undoHouses(undoing, others('rooms'));

    const kept = [...undoing.kept.values()];
    await changeRun(work.db, importId, { phase: 'undone', undoneAt: work.now, kept });
    await work.audit({
      action: 'imports.undone',
      subject: { kind: 'import', id: importId },
      after: { kept: kept.map(({ door, count }) => ({ door, count })) },
    });
  });
}

interface Images {
  readonly contacts: readonly ContactImage[];
  readonly deals: UndoDeals['updated'];
  /** A door's images from the last to the first, in batches. */
  readonly others: (door: Door) => AsyncGenerator<readonly unknown[]>;
}

/** Where a new person was filled; of somebody who was here, and of the new ones of an earlier version, what with, sealed. */
interface PersonImage {
  readonly personId: string;
  readonly created: boolean;
  readonly places?: readonly FilledPlace['place'][];
  readonly sealed?: string;
}

type ContactImage = UndoContacts['updated'][number] & { readonly stored: unknown };

async function imagesOf(work: Work<Tables>, importId: string): Promise<Images> {
  async function* batches(door: Door): AsyncGenerator<readonly unknown[]> {
    for (let before = Number.MAX_SAFE_INTEGER; ; ) {
      const batch = await changesBefore(work.db, importId, door, Math.min(before, 2_147_483_647), atOnce);
      if (batch.length === 0) return;
      yield batch.flatMap(imagesIn);
      before = batch.at(-1)?.position ?? 0;
    }
  }
  const contacts: ContactImage[] = [];
  for await (const batch of batches('contacts')) {
    const images = batch as { id: string; personId: string; sealed: string }[];
    const open = await openerFor(work as Work, idsIn(images));
    for (const stored of images) {
      const opened = open(stored.personId, stored.sealed);
      if (opened) contacts.push({ ...(JSON.parse(opened) as Omit<ContactImage, 'id'>), id: stored.id, stored });
    }
  }
  const deals: UndoDeals['updated'][number][] = [];
  for await (const batch of batches('deals')) {
    deals.push(...(batch as UndoDeals['updated'][number][]));
  }
  return { contacts, deals, others: batches };
}

/** The last first, as the rows themselves; an import of an earlier version stored each image by itself. */
function imagesIn({ image }: StoredChange): unknown[] {
  return Array.isArray(image) ? image.toReversed() : [image];
}

async function undoDeals(undoing: Undoing, updated: UndoDeals['updated']): Promise<void> {
  const { work, importId, later, kept } = undoing;
  const changedLater = later.of('deals');
  const undone = await undoImportedDeals(work, { importId, updated, changedLater });
  for (const { because, people } of undone.kept) keep(kept, 'deals', { zh: '成交', en: 'Deals' }, because, people);
  const left = whatStaysFor(undone.kept);
  await leave(
    undoing,
    'deals',
    updated.filter(({ id }) => left.has(id)).map((image) => [image.id, image]),
  );
}

async function undoContacts(undoing: Undoing, updated: readonly ContactImage[]): Promise<void> {
  const { work, importId, later, kept } = undoing;
  const undone = await undoImportedInteractions(work, { importId, updated, changedLater: later.of('contacts') });
  for (const { because, personId } of undone.kept)
    keep(kept, 'contacts', { zh: '联系记录', en: 'Contacts' }, because, [personId]);
  const left = whatStaysFor(undone.kept);
  await leave(
    undoing,
    'contacts',
    updated.filter(({ id }) => left.has(id)).map(({ id, stored }) => [id, stored]),
  );
}

async function undoPeople(
  undoing: Undoing,
  batches: AsyncGenerator<readonly unknown[]>,
  done: (people: number) => Promise<void>,
): Promise<void> {
  const { work, later, kept } = undoing;
  const changedLater = new Set(later.of('people').keys());
  let sofar = 0;
  for await (const batch of batches) {
    const images = batch as PersonImage[];
    const open = await openerFor(work as Work, idsIn(images.filter(({ sealed }) => sealed !== undefined)));
    const people = images.map(({ personId, created, places, sealed }): UndoPerson => {
      const opened = sealed && open(personId, sealed);
      const filled = opened ? (JSON.parse(opened) as FilledPlace[]) : (places ?? []).map((place) => ({ place }));
      return { personId, created, filled };
    });
    const created = new Set(images.filter((image) => image.created).map(({ personId }) => personId));
    const left = new Set<string>();
    for (const { personId, kept: places, keptBecause } of await undoImportedPeople(work, people, changedLater)) {
      if (!keptBecause) continue;
      if (keptBecause !== 'editedSince') {
        keep(kept, 'people', { zh: '客户', en: 'People' }, keptBecause, [personId]);
        left.add(personId);
      } else keepPlaces(kept, personId, places, created.has(personId));
    }
    await leave(
      undoing,
      'people',
      images.filter(({ personId }) => left.has(personId)).map((image) => [image.personId, image]),
    );
    sofar += images.length;
    await done(sofar);
  }
}

async function undoHouses(undoing: Undoing, batches: AsyncGenerator<readonly unknown[]>): Promise<void> {
  const { work, later, kept } = undoing;
  const changedLater = new Set(later.of('rooms').keys());
  for await (const batch of batches) {
    for (const image of batch) {
      const { projectId, changes } = image as { projectId: string; changes: RoomFieldChange[] };
      const undone = await undoRooms(work, { projectId, changes, changedLater });
      for (const { because, roomId } of undone.kept)
        keep(kept, 'rooms', { zh: '房间资料', en: 'Rooms' }, because, roomId ? [roomId] : []);
      const left = undone.kept.flatMap(({ because, roomId: _, ...change }) =>
        because === 'editedSince' ? [] : [[change.id, change] as const],
      );
      await leave(undoing, 'rooms', left, (of) => [{ projectId, changes: of }]);
    }
  }
}

function whatStaysFor(kept: readonly { readonly id: string; readonly because: WhyKept }[]): ReadonlySet<string> {
  return new Set(kept.flatMap(({ id, because }) => (because === 'editedSince' ? [] : [id])));
}

/** To the import that changed it, or else to the first that came later; what stays without any was told, and that is all. */
async function leave<Image>(
  { work, importId, later }: Undoing,
  door: Door,
  images: readonly (readonly [id: string, image: Image])[],
  stored: (images: readonly Image[]) => readonly unknown[] = (of) => of,
): Promise<void> {
  const changed = later.of(door);
  for (const [heir, theirs] of Map.groupBy(images, ([id]) => changed.get(id) ?? later.first)) {
    // In the order in which they were made, as an import stores its own.
    const inOrder = theirs.map(([, image]) => image).toReversed();
    if (heir) await handOver(work.db, importId, heir, door, stored(inOrder));
  }
}

function idsIn(images: readonly { readonly personId: string }[]): string[] {
  return [...new Set(images.map(({ personId }) => personId))];
}
