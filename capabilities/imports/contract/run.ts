import type { Sentence } from '@yilu/platform/contract';
import { z } from 'zod';
import { Field } from './field.ts';
import { SheetKind } from './kind.ts';

const Words = z.object({ zh: z.string(), en: z.string() });

/** `asking`: the import needs to know a project before it can preview. Resting: asking, previewed, applied, undone, failed. */
export const ImportPhase = z.enum([
  'reading',
  'asking',
  'previewing',
  'previewed',
  'applying',
  'applied',
  'undoing',
  'undone',
  'failed',
]);
export type ImportPhase = z.infer<typeof ImportPhase>;

/** `rows = created + updated + unchanged + rejected`; `joined` are those of them taken for a person already known. */
export const RowCounts = z.object({
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  joined: z.int(),
  /** Rows that went in without a field. */
  withProblems: z.int(),
});
export type RowCounts = z.infer<typeof RowCounts>;

/** Distinct things that the rows became. */
export const RecordCounts = z.object({ people: z.int(), rooms: z.int(), contacts: z.int(), deals: z.int() });
export type RecordCounts = z.infer<typeof RecordCounts>;

export const SheetColumn = z.object({
  /** From 0. */
  column: z.int(),
  heading: z.string(),
  /** Absent: the column goes nowhere. */
  field: Field.optional(),
  /** 0–1. */
  confidence: z.number(),
  /** Share of the sampled values that fit the field. */
  fitting: z.number().optional(),
  /** Which figure of 1/4 its days prove to be the day; absent where none does. */
  dayOrder: z.enum(['dayFirst', 'monthFirst', 'both']).optional(),
  /** Of a phone behind whoever signed: the column that names them. */
  signer: z.int().optional(),
  /** What the first filled cell looks like; phones and ID numbers masked. */
  sample: z.string().optional(),
  /** Of a column of projects: the names in its first rows. */
  names: z.array(z.string()).optional(),
});
export type SheetColumn = z.infer<typeof SheetColumn>;

export const ImportSheet = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: SheetKind,
  kindConfidence: z.number(),
  /** 0 where nothing stands above the data. */
  headerRow: z.int().optional(),
  /** The sheet has no heading row: columns are called by their letters. */
  headless: z.boolean(),
  /** Why nothing of it goes in. */
  remark: Words.optional(),
  columns: z.array(SheetColumn),
  /** Present when this mapping was decided by a person, now or for an earlier file. */
  rememberedAt: z.coerce.date().optional(),
  skipped: z.object({ blank: z.int(), total: z.int(), note: z.int(), repeatedHeading: z.int() }),
  counts: RowCounts.optional(),
});
export type ImportSheet = z.infer<typeof ImportSheet>;

export const ImportFile = z.object({
  id: z.uuid(),
  name: z.string(),
  sizeBytes: z.int(),
  encoding: z.string().optional(),
  /** Why it could not be read. */
  refusal: z.object({ code: z.string(), message: Words }).optional(),
  sheets: z.array(ImportSheet),
});
export type ImportFile = z.infer<typeof ImportFile>;

export const ImportProgress = z.object({
  step: z.string(),
  done: z.int(),
  total: z.int(),
  rowsPerSecond: z.number().optional(),
  secondsLeft: z.int().optional(),
});

/** Imports take turns. */
export const ImportWaiting = z.object({
  /** How many imports are before this one. */
  before: z.int(),
  /** Whose is at work now, or comes next. */
  startedByName: z.string(),
  startedAt: z.coerce.date(),
});
export type ImportWaiting = z.infer<typeof ImportWaiting>;

export const KeptLine = z.object({
  /** What kind of thing: rooms, people, contacts, deals. */
  door: z.string(),
  what: Words,
  why: Words,
  count: z.int(),
  /** The first of them, of those within reach: people and rooms; of contacts and deals whose they are. */
  who: z.array(z.object({ id: z.uuid(), name: z.string() })).optional(),
});
export type KeptLine = z.infer<typeof KeptLine>;

export const ImportRun = z.object({
  id: z.uuid(),
  phase: ImportPhase,
  startedBy: z.guid(),
  /** Whoever it was, or the command line. */
  startedByName: z.string(),
  startedAt: z.coerce.date(),
  appliedAt: z.coerce.date().optional(),
  undoneAt: z.coerce.date().optional(),
  /** Where rows go that name no project themselves. */
  project: z.object({ id: z.uuid(), name: z.string() }).optional(),
  /** A project that the files name but that does not exist yet. */
  suggestedProject: z.string().optional(),
  /** While asking: each project that the files name and nobody knows; without a name, the sheets that name none. */
  asks: z.array(z.object({ name: z.string().optional(), sheets: z.array(z.string()) })).optional(),
  /** Projects to choose from. */
  projects: z.array(z.object({ id: z.uuid(), name: z.string() })),
  files: z.array(ImportFile),
  counts: RowCounts,
  records: RecordCounts.optional(),
  progress: ImportProgress.optional(),
  /** Present while the step waits for other imports; without progress until its turn comes. */
  waiting: ImportWaiting.optional(),
  /** Names of staff in the files, and whom they mean. */
  staffNames: z.array(
    z.object({
      name: z.string(),
      staffId: z.uuid().optional(),
      /** What that colleague is called, also when they have left. */
      calledNow: z.string().optional(),
      decided: z.boolean(),
    }),
  ),
  /** What an undo left as it is. */
  kept: z.array(KeptLine).optional(),
  failure: z.object({ code: z.string(), message: Words }).optional(),
  /** Last day of undo. */
  undoUntil: z.coerce.date().optional(),
});
export type ImportRun = z.infer<typeof ImportRun>;

export const ImportLine = ImportRun.pick({
  id: true,
  phase: true,
  startedByName: true,
  startedAt: true,
  appliedAt: true,
  undoneAt: true,
  records: true,
  waiting: true,
}).extend({
  files: z.array(z.string()),
  counts: RowCounts,
});
export type ImportLine = z.infer<typeof ImportLine>;

export const RowReason = z.object({
  sort: z.enum(['rejection', 'problem', 'difference']),
  column: z.string(),
  code: z.string(),
  message: Words,
  /** From 0; absent when the reason is about no single column. */
  columnIndex: z.int().optional(),
  /** What stood there; valid phones and ID numbers masked. Only for the importer, until the file expires. */
  given: z.string().optional(),
});
export type RowReason = z.infer<typeof RowReason>;

export const ImportedRow = z.object({
  sheetId: z.uuid(),
  row: z.int(),
  outcome: z.enum(['created', 'updated', 'unchanged', 'rejected']),
  joined: z.boolean(),
  /** Who and where, to recognise the row by. */
  name: z.string().optional(),
  room: z.string().optional(),
  reasons: z.array(RowReason),
});
export type ImportedRow = z.infer<typeof ImportedRow>;

/** The command line's answer (decision 20). */
export interface ImportReport {
  readonly files: readonly {
    readonly file: string;
    readonly sheets: readonly {
      readonly sheet: string;
      readonly kind: SheetKind;
      readonly rows: number;
      readonly created: number;
      readonly updated: number;
      readonly unchanged: number;
      readonly rejected: number;
      readonly rejections: readonly ReportLine[];
      readonly problems: readonly ReportLine[];
      /** Headings of columns with content that went nowhere. */
      readonly leftOut: readonly string[];
      /** Why nothing of the sheet goes in. */
      readonly remark?: string;
    }[];
    /** Present when the file could not be read at all. */
    readonly refused?: string;
  }[];
  readonly records: RecordCounts;
  readonly importId: string;
}
export interface ReportLine {
  readonly row: number;
  readonly column: string;
  readonly reason: string;
}

/** What stands for a person where an import was started by `yilu import`. */
export const byCommandLine: Sentence = { zh: '命令行（yilu import）', en: 'Command line (yilu import)' };
