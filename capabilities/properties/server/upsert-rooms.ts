import { breathe, newId, type Work } from '@yilu/platform/server';
import {
  type AmbiguousRoom,
  type Milestone,
  type RoomDifference,
  type RoomFacts,
  type RoomFieldChange,
  type RoomOutcome,
  type RoomRow,
  roomFactNames,
  type SaidOfRooms,
  type UpsertedRooms,
} from '../contract/index.ts';
import {
  floorOfDoor,
  mergeFacts,
  parseLayout,
  plainDoor,
  refusalOfAreas,
  stageOf,
  withoutOwnName,
} from '../rules/index.ts';
import type { StoredRoom } from '../store/room-rows.ts';
import * as store from '../store/rooms.ts';
import type { BuildingRow } from './import-buildings.ts';
import { type MilestonePlan, planCodes, planMilestones } from './import-records.ts';
import { type PlacedRow, placeRows } from './import-structure.ts';
import { knownRooms } from './known-rooms.ts';
import { asOwnWork } from './own-tables.ts';
import { codedAs } from './places.ts';
import { projectInReach } from './projects.ts';
import { asSaidFirst } from './said-first.ts';
import { tellMilestones, tellRoomsChanged, tellRoomsMade } from './tell.ts';

interface RoomRows {
  readonly projectId: string;
  readonly rows: readonly RoomRow[];
  readonly elsewhere?: readonly BuildingRow[];
  readonly list?: string;
  readonly said?: SaidOfRooms;
}

/** A room while rows are being brought to it. */
interface Draft {
  readonly before: StoredRoom | undefined;
  room: StoredRoom;
  milestones: Milestone[];
}

/**
 * Bring rows of a spreadsheet to rooms, in the caller's Work: found by external code or place, made where missing. It fills
 * what is empty, corrects what only an import had said, never touches what a person entered (decision 20), and doing it again
 * changes nothing. Some thousands of rows at a time; the answer has before-images for `undoRooms`. `elsewhere`: what other lists
 * that come with these say of buildings; `said`: what they have said of rooms before, to which these rows are added.
 */
export async function upsertRooms<Theirs>(
  theirs: Work<Theirs>,
  { projectId, rows, elsewhere, list = '', said = new Map() }: RoomRows,
): Promise<UpsertedRooms> {
  const work = asOwnWork(theirs);
  const { db, now } = work;
  const project = await projectInReach(work, projectId);
  const placed = await placeRows(work, project, rows, elsewhere);
  const { changes } = placed;
  const ambiguous: AmbiguousRoom[] = [];
  const numbered: RoomRow[] = [];
  const places: PlacedRow[] = [];
  for (const [at, row] of rows.entries()) {
    const place = placed.places[at];
    if (place && 'among' in place) ambiguous.push({ ref: row.ref, among: place.among });
    if (!place || 'among' in place) continue;
    places.push(place);
    const number = plainDoor(row.number.normalize('NFKC').trim().toUpperCase());
    // A villa of a garden stands in no building, and the next garden has one of its number.
    const words = row.building ? '' : withoutOwnName(row.before ?? '', [project.name, project.code]);
    numbered.push({ ...row, number: `${words}${number}`.slice(-mostOfNumber) });
  }
  const known = await knownRooms(db, projectId, numbered, places);

  const drafts = new Map<string, Draft>(
    known.rooms.map((room) => [room.id, { before: room, room, milestones: known.milestonesOf(room.id) }]),
  );
  const codes = planCodes(known.codes);
  const milestones: MilestonePlan = { inserts: [], moves: [], changes: [] };
  const outcomes: RoomOutcome[] = [];
  for (const [at, written] of numbered.entries()) {
    const place = places[at];
    if (!place) continue;
    const [onFloor, ...otherFloors] = known.floorsOf(written);
    if (onFloor && otherFloors.length > 0) {
      ambiguous.push({ ref: written.ref, among: [onFloor, ...otherFloors], areSpaces: true });
      continue;
    }
    const given = onFloor ? { ...written, number: onFloor } : written;
    const found = known.match(given, place);
    const draft = found ? drafts.get(found.id) : undefined;
    const target = draft ?? { before: undefined, room: newRoom(given, place, projectId, now), milestones: [] };
    if (!draft) {
      drafts.set(target.room.id, target);
      known.add(target.room, given.externalCodes ?? []);
    }
    const { row, contradictions } = asSaidFirst(said, target.room.id, given, list);
    const facts = bringFacts(target, row);
    const reached = planMilestones(milestones, target.room, target.milestones, row.milestones ?? []);
    target.milestones = reached.milestones;
    const coded = codes.bring(target.room, row.externalCodes ?? []);
    outcomes.push({
      ref: row.ref,
      roomId: target.room.id,
      outcome: !draft ? 'created' : facts.changed || reached.changed || coded.changed ? 'updated' : 'unchanged',
      differences: [...facts.differences, ...reached.differences, ...coded.differences],
      contradictions,
    });
    await breathe();
  }

  const { created, updated } = settled([...drafts.values()]);
  await store.insertRooms(db, created);
  await store.updateRooms(
    db,
    updated.map(({ room }) => room),
  );
  await store.insertMilestones(db, milestones.inserts, work.actor.accountId, now);
  await store.moveMilestones(db, milestones.moves);
  await store.insertExternalCodes(
    db,
    codes.inserts.map((code) => ({ ...code, projectId })),
  );
  await tellRoomsMade(
    work,
    projectId,
    created.map(({ id }) => id),
  );
  await tellRoomsChanged(work, projectId, [
    ...updated.map(({ room }) => room.id),
    ...milestones.moves.map(({ roomId }) => roomId),
  ]);
  await tellMilestones(work, projectId, milestones.inserts);
  return {
    outcomes,
    ambiguous,
    told: [...placed.told].flatMap(([at, told]) => (rows[at] ? [{ ref: rows[at].ref, ...told }] : [])),
    changes: [
      ...changes,
      ...created.map(({ id }): RoomFieldChange => ({ table: 'room', id, field: '*' })),
      ...updated.flatMap(fieldChanges),
      ...milestones.changes,
      ...codes.inserts.map(
        ({ roomId, source, code }): RoomFieldChange => ({
          table: 'room_external_code',
          id: roomId,
          field: '*',
          after: { source, code },
        }),
      ),
    ],
  };
}

/** As long as the database keeps. */
const mostOfNumber = 40;

function newRoom(row: RoomRow, place: PlacedRow, projectId: string, now: Date): StoredRoom {
  const { phaseId, buildingId, unitId, phase, building, unit } = place;
  const kind = row.kind ?? 'RESIDENCE';
  return {
    ...codedAs({ phase, building, unit, number: row.number, kind }),
    ...{ id: newId(), projectId, phaseId, buildingId, unitId, kind, number: row.number },
    ...{ stage: 'NOT_FOR_SALE', enteredFields: [], version: 1, createdAt: now },
  };
}

function bringFacts(draft: Draft, row: RoomRow): { changed: boolean; differences: readonly RoomDifference[] } {
  const { room } = draft;
  const said = onlyFacts(row);
  const follows = Object.entries(following(said, room.number)).filter(
    ([field]) => said[field as keyof RoomFacts] === undefined && room[field as keyof RoomFacts] === undefined,
  );
  const { written, differences } = mergeFacts(room, room.enteredFields, { ...said, ...Object.fromEntries(follows) });
  const merged = { ...room, ...written };
  if (refusalOfAreas(merged)) {
    // Two areas that contradict each other: what is here stays.
    const { innerArea, grossArea, ...rest } = written;
    draft.room = { ...room, ...rest };
    const there = { innerArea, grossArea };
    const refused = (['innerArea', 'grossArea'] as const).filter((field) => there[field] !== undefined);
    return {
      changed: Object.keys(rest).length > 0,
      differences: [...differences, ...refused.map((field) => ({ field, here: room[field], there: there[field] }))],
    };
  }
  draft.room = merged;
  return { changed: Object.keys(written).length > 0, differences };
}

/** What a door and a layout tell beyond themselves. */
function following(said: RoomFacts, number: string): RoomFacts {
  const door = floorOfDoor(number);
  return {
    ...(door &&
      said.floor === undefined && {
        floor: door.floor,
        ...(door.label !== String(door.floor) && { floorLabel: door.label }),
      }),
    ...(said.layout ? parseLayout(said.layout) : {}),
  };
}

function settled(drafts: readonly Draft[]): {
  created: StoredRoom[];
  updated: { before: StoredRoom; room: StoredRoom }[];
} {
  const created: StoredRoom[] = [];
  const updated: { before: StoredRoom; room: StoredRoom }[] = [];
  for (const { before, room, milestones } of drafts) {
    const staged = { ...room, stage: stageOf(room.salesState, milestones) };
    if (!before) created.push(staged);
    else if (staged.stage !== before.stage || roomFactNames.some((field) => staged[field] !== before[field]))
      updated.push({ before, room: staged });
  }
  return { created, updated };
}

function fieldChanges({ before, room }: { before: StoredRoom; room: StoredRoom }): RoomFieldChange[] {
  return roomFactNames
    .filter((field) => before[field] !== room[field])
    .map((field) => ({ table: 'room', id: room.id, field, before: before[field], after: room[field] }));
}

function onlyFacts(row: RoomRow): RoomFacts {
  const said = roomFactNames.filter((field) => row[field] !== undefined).map((field) => [field, row[field]]);
  return Object.fromEntries(said);
}
