import { type FilledPlace, fieldOf, type UndoPerson } from '@yilu/customers/contract';
import { undoPeople as undoImportedPeople } from '@yilu/customers/server';
import type { UndoContacts } from '@yilu/interactions/contract';
import { undoImportedInteractions } from '@yilu/interactions/server';
import type { Sentence } from '@yilu/platform/contract';
import { type Begin, openerFor, type Work } from '@yilu/platform/server';
import type { RoomFieldChange } from '@yilu/properties/contract';
import { undoRooms } from '@yilu/properties/server';
import type { UndoDeals } from '@yilu/sales/contract';
import { undoImportedDeals } from '@yilu/sales/server';
import { changesBefore, type Door, type StoredChange } from '../store/rows.ts';
import { changeRun, runById, type StoredKept, waitForTurn } from '../store/runs.ts';
import type { Tables } from '../store/tables.ts';
import { inOwnWork } from './steps.ts';

type Kept = Map<string, StoredKept>;

/** Rows of images; each holds up to a hundred. */
const atOnce = 20;
const editedSince: Sentence = { zh: '之后有人改过或用到', en: 'edited or used since' };

/** Take an import back in one transaction: deals, contacts, people, rooms, each from the last change to the first. */
export async function undoNow(begin: Begin, importId: string): Promise<void> {
  await inOwnWork(begin, async (work) => {
    await waitForTurn(work.db);
    const run = await runById(work.db, importId);
    if (run?.phase !== 'undoing') return;
    const kept: Kept = new Map();
    const { contacts, deals, others } = await imagesOf(work, importId);

    const undoneDeals = await undoImportedDeals(work, { importId, updated: deals });
    keep(kept, 'deals', { zh: '成交', en: 'Deals' }, undoneDeals.kept.length, undoneDeals.people);
    const undoneContacts = await undoImportedInteractions(work, { importId, updated: contacts });
    keep(kept, 'contacts', { zh: '联系记录', en: 'Contacts' }, undoneContacts.kept.length, undoneContacts.people);
    await undoPeople(work, others('people'), kept);
    await undoHouses(work, others('rooms'), kept);

    await changeRun(work.db, importId, { phase: 'undone', undoneAt: work.now, kept: [...kept.values()] });
    await work.audit({
      action: 'imports.undone',
      subject: { kind: 'import', id: importId },
      after: { kept: [...kept.values()].map(({ door, count }) => ({ door, count })) },
    });
  });
}

interface Images {
  readonly contacts: UndoContacts['updated'];
  readonly deals: UndoDeals['updated'];
  /** A door's images from the last to the first, in batches. */
  readonly others: (door: Door) => AsyncGenerator<readonly unknown[]>;
}

async function imagesOf(work: Work<Tables>, importId: string): Promise<Images> {
  async function* batches(door: Door): AsyncGenerator<readonly unknown[]> {
    for (let before = Number.MAX_SAFE_INTEGER; ; ) {
      const batch = await changesBefore(work.db, importId, door, Math.min(before, 2_147_483_647), atOnce);
      if (batch.length === 0) return;
      yield batch.flatMap(imagesIn);
      before = batch.at(-1)?.position ?? 0;
    }
  }
  const contacts: UndoContacts['updated'][number][] = [];
  for await (const batch of batches('contacts')) {
    const images = batch as { id: string; personId: string; sealed: string }[];
    const open = await openerFor(work as Work, idsIn(images));
    for (const { id, personId, sealed } of images) {
      const opened = open(personId, sealed);
      if (opened) contacts.push({ id, ...(JSON.parse(opened) as Omit<UndoContacts['updated'][number], 'id'>) });
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

async function undoPeople(work: Work<Tables>, batches: AsyncGenerator<readonly unknown[]>, kept: Kept): Promise<void> {
  for await (const batch of batches) {
    const images = batch as { personId: string; created: boolean; sealed: string }[];
    const open = await openerFor(work as Work, idsIn(images));
    const people = images.map(({ personId, created, sealed }): UndoPerson => {
      const opened = open(personId, sealed);
      return { personId, created, filled: opened ? (JSON.parse(opened) as FilledPlace[]) : [] };
    });
    for (const outcome of await undoImportedPeople(work, people)) {
      if (outcome.keptBecause === 'referredTo')
        keep(kept, 'people', { zh: '客户', en: 'People' }, 1, [outcome.personId]);
      for (const place of outcome.kept) keep(kept, 'people', titleOfPlace(place), 1, [outcome.personId]);
    }
  }
}

async function undoHouses(work: Work<Tables>, batches: AsyncGenerator<readonly unknown[]>, kept: Kept): Promise<void> {
  for await (const batch of batches) {
    for (const image of batch) {
      const { projectId, changes } = image as { projectId: string; changes: RoomFieldChange[] };
      const undone = await undoRooms(work, { projectId, changes });
      const rooms = undone.kept.flatMap(({ table, id }) => (table === 'room' ? [id] : []));
      keep(kept, 'rooms', { zh: '房间资料', en: 'Rooms' }, undone.kept.length, rooms);
    }
  }
}

function idsIn(images: readonly { readonly personId: string }[]): string[] {
  return [...new Set(images.map(({ personId }) => personId))];
}

const mostNamed = 50;

function keep(kept: Kept, door: string, what: Sentence, count: number, who: readonly string[] = []): void {
  if (count === 0) return;
  const key = `${door} ${what.zh}`;
  const { count: before = 0, ids = [] } = kept.get(key) ?? {};
  kept.set(key, {
    door,
    what: { ...what },
    why: { ...editedSince },
    count: before + count,
    ids: [...new Set([...ids, ...who])].slice(0, mostNamed),
  });
}

function titleOfPlace(place: string): Sentence {
  const [sort = '', key = ''] = place.split(':');
  if (sort === 'answer') return fieldOf(key)?.title ?? { zh: '档案', en: 'Dossier' };
  const titles: Readonly<Record<string, Sentence>> = {
    sex: { zh: '性别', en: 'Sex' },
    birthDate: { zh: '生日', en: 'Birth' },
    birthYear: { zh: '出生年', en: 'Year of birth' },
    identity: { zh: '证件', en: 'ID' },
    phone: { zh: '电话', en: 'Phones' },
    party: { zh: '与房间的关系', en: 'Parts in rooms' },
    project: { zh: '所在项目', en: 'Projects' },
    relation: { zh: '人与人的关系', en: 'Relations' },
  };
  return titles[sort] ?? { zh: '客户', en: 'People' };
}
