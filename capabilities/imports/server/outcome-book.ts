import type { Refusal } from '@yilu/platform/contract';
import type { RecordCounts, RowCounts, RowReason } from '../contract/index.ts';

export type Outcome = 'created' | 'updated' | 'unchanged' | 'rejected';

export interface NotedRow {
  readonly row: number;
  readonly outcome: Outcome;
  readonly joined: boolean;
  readonly reasons: readonly RowReason[];
  readonly name?: string | undefined;
  readonly room?: string | undefined;
}

/** What becomes of each row of a sheet, while it is being brought in. */
export interface OutcomeBook {
  readonly reject: (row: number, reasons: readonly Noted[]) => void;
  /** The strongest of several outcomes wins: created, then updated, then unchanged. */
  readonly went: (row: number, outcome: Exclude<Outcome, 'rejected'>) => void;
  readonly joined: (row: number) => void;
  readonly note: (row: number, sort: 'problem' | 'difference', noted: Noted) => void;
  readonly isRejected: (row: number) => boolean;
  readonly counts: () => RowCounts;
  /** Rows with something to say, in the file's order. */
  readonly noted: () => NotedRow[];
  /** For the next sheet, in the order of bringing in. */
  readonly describe: (row: number, name: string | undefined, room: string | undefined) => void;
}

export interface Noted {
  readonly column: string;
  readonly columnIndex?: number | undefined;
  readonly reason: Refusal;
  readonly given?: string | undefined;
}

interface Entry {
  outcome: Outcome;
  joined: boolean;
  reasons: RowReason[];
  name: string | undefined;
  room: string | undefined;
}

const strength: Readonly<Record<Outcome, number>> = { unchanged: 0, updated: 1, created: 2, rejected: 3 };

export function openBook(): OutcomeBook {
  const entries = new Map<number, Entry>();
  const entryOf = (row: number): Entry => {
    const known = entries.get(row);
    if (known) return known;
    const made: Entry = { outcome: 'unchanged', joined: false, reasons: [], name: undefined, room: undefined };
    entries.set(row, made);
    return made;
  };
  return {
    reject: (row, reasons) => {
      const entry = entryOf(row);
      entry.outcome = 'rejected';
      entry.joined = false;
      entry.reasons = reasons.map((noted) => reasonOf('rejection', noted));
    },
    went: (row, outcome) => {
      const entry = entryOf(row);
      if (strength[outcome] > strength[entry.outcome]) entry.outcome = outcome;
    },
    joined: (row) => {
      entryOf(row).joined = true;
    },
    note: (row, sort, noted) => {
      const entry = entryOf(row);
      if (entry.outcome !== 'rejected') entry.reasons.push(reasonOf(sort, noted));
    },
    isRejected: (row) => entries.get(row)?.outcome === 'rejected',
    describe: (row, name, room) => {
      const entry = entryOf(row);
      entry.name = name;
      entry.room = room;
    },
    counts: () => {
      const counts = {
        rows: entries.size,
        created: 0,
        updated: 0,
        unchanged: 0,
        rejected: 0,
        joined: 0,
        withProblems: 0,
      };
      for (const { outcome, joined, reasons } of entries.values()) {
        counts[outcome] += 1;
        if (joined) counts.joined += 1;
        if (outcome !== 'rejected' && reasons.some(({ sort }) => sort === 'problem')) counts.withProblems += 1;
      }
      return counts;
    },
    noted: () =>
      [...entries]
        .filter(([, { reasons }]) => reasons.length > 0)
        .sort(([a], [b]) => a - b)
        .map(([row, entry]) => ({ row, ...entry })),
  };
}

function reasonOf(sort: RowReason['sort'], { column, columnIndex, reason, given }: Noted): RowReason {
  return {
    sort,
    column,
    code: reason.code,
    message: { zh: reason.message.zh, en: reason.message.en },
    ...(columnIndex !== undefined && { columnIndex }),
    ...(given !== undefined && given !== '' && { given }),
  };
}

/** Distinct things that rows became. */
export interface RecordBook {
  readonly people: Set<string>;
  readonly rooms: Set<string>;
  readonly contacts: Set<string>;
  readonly deals: Set<string>;
}

export function openRecords(): RecordBook {
  return { people: new Set(), rooms: new Set(), contacts: new Set(), deals: new Set() };
}

export function recordCounts({ people, rooms, contacts, deals }: RecordBook): RecordCounts {
  return { people: people.size, rooms: rooms.size, contacts: contacts.size, deals: deals.size };
}
