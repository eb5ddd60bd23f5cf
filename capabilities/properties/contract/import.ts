import type { Day } from '@yilu/platform/contract';
import type { ExternalCode, MilestoneKind, RoomFacts, RoomKind } from './room.ts';

/** A room as a spreadsheet or another system tells it; what is not told is absent. */
export interface RoomRow extends RoomFacts {
  /** The caller's own mark of this row, given back in the outcome. */
  readonly ref: string;
  /** As written: `二期`. Absent where the project has none or the row does not say. */
  readonly phase?: string | undefined;
  /** As written before the building, where apart from it: 梅园, the project's name. */
  readonly before?: string | undefined;
  /** As written: `3栋`, `梅园3栋`, `3#`, `A座`; absent for what stands in no building. */
  readonly building?: string | undefined;
  /** As written: `2单元`; absent where the building has none. */
  readonly unit?: string | undefined;
  /** `1203` */
  readonly number: string;
  /** Absent: any kind that has this number, else a residence. */
  readonly kind?: RoomKind | undefined;
  readonly externalCodes?: readonly ExternalCode[] | undefined;
  readonly milestones?: readonly { readonly kind: MilestoneKind; readonly reachedOn: Day }[] | undefined;
}

/** The before-image of one field (decision 22): `before` and `after` are absent where nothing stood. `*` is the whole row, created; `building_called` is what files call a building beyond its code. */
export interface RoomFieldChange {
  readonly table:
    | 'phase'
    | 'building'
    | 'building_called'
    | 'building_unit'
    | 'room'
    | 'room_milestone'
    | 'room_external_code';
  readonly id: string;
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What a person entered here and the row says otherwise: it stays, and is listed (decision 20). */
export interface RoomDifference {
  readonly field: string;
  readonly here: unknown;
  readonly there: unknown;
}

/** Where something was said: the caller's own word for the list, and the mark of the row. */
export interface SaidAt {
  readonly list: string;
  readonly ref: string;
}

/** What the lists that come together have said of rooms so far, by room. */
export type SaidOfRooms = Map<string, { readonly list: string; readonly row: RoomRow }[]>;

/** What an earlier row of the same lists says otherwise: that one stays, so that the lists make the same whenever they come. */
export interface RoomContradiction extends RoomDifference {
  readonly earlier: SaidAt;
}

export interface RoomOutcome {
  readonly ref: string;
  readonly roomId: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly differences: readonly RoomDifference[];
  readonly contradictions: readonly RoomContradiction[];
}

/** A row that was left out: several buildings, or spaces on several floors, have its number, and it does not say which. */
export interface AmbiguousRoom {
  readonly ref: string;
  /** Their names. */
  readonly among: readonly string[];
  readonly areSpaces?: true;
}

/**
 * What was concluded about a building, told on the first row that says it: a building known without 梅园 is the one that the
 * row calls so (`takesOn`), the row's stands beside one whose rows never said which (`standsBeside`), or a row that says less
 * means the only one of its number (`readAs`).
 */
export interface BuildingTold {
  readonly ref: string;
  readonly sort: 'takesOn' | 'standsBeside' | 'readAs';
  /** As the row has it. */
  readonly said: string;
  /** The name of the other. */
  readonly other: string;
}

export interface UpsertedRooms {
  /** One per row that names a place, in their order. */
  readonly outcomes: readonly RoomOutcome[];
  readonly ambiguous: readonly AmbiguousRoom[];
  readonly told: readonly BuildingTold[];
  /** For undo, in the order in which they were made. */
  readonly changes: readonly RoomFieldChange[];
}

/** Why an undo leaves something: a person edited it, a later import changed it, or something refers to it now. */
export type WhyKept = 'editedSince' | 'laterImport' | 'referredTo';

export interface KeptRoomChange extends RoomFieldChange {
  readonly because: WhyKept;
  /** Whose field, code or milestone it is; absent for what is no room's. */
  readonly roomId?: string | undefined;
}

export interface UndoneRooms {
  /** Fields put back and rows taken away. */
  readonly undone: number;
  readonly kept: readonly KeptRoomChange[];
}
