import type { Day } from '@yilu/platform/contract';
import { slot, type Work } from '@yilu/platform/server';
import type { LineChip, Subject, TaskKind, Words } from '../contract/index.ts';

/** What can be counted of something to do. */
interface Countable {
  readonly kind: TaskKind;
  readonly projectId: string;
  readonly dueAt: Date;
  /** The day from which it is shown. */
  readonly showOn: Day;
  readonly assigneeId: string;
}

/** Lines of one colleague that differ in nothing that is counted. */
export interface AlikeLines extends Countable {
  readonly alike: number;
}

/** Something to do that a capability reads from its own state; acted on, it becomes a task. */
export interface ComputedLine extends Countable {
  /** Which occurrence of the source: the same thing on the same occasion is the same text. */
  readonly occurrence: string;
  readonly subject?: Subject;
  readonly title: Words;
  readonly why: Words;
  readonly note?: Words;
  readonly words?: Words;
  readonly plannedAt?: Date;
  /** For outcomes that open a page. */
  readonly path?: string;
  /** Of a line that stands for many: how many, and of them those due before today. */
  readonly among?: Counted;
}

export interface Counted {
  readonly count: number;
  readonly late: number;
}

export interface TodayAsked {
  /** Present: only what this person has to do. Absent: of everybody in reach. */
  readonly accountId?: string;
  /** Present where a source counts (`beyond`): what these have to do. */
  readonly accountIds?: readonly string[];
  readonly day: Day;
  /** Last day of interest, for the week ahead. */
  readonly untilDay: Day;
  readonly limit: number;
  /** Of what is gathered, so many beyond those that stand alone: what a page showed a while ago may since have lost its place. */
  readonly inReserve?: number;
}

/** How many lines begin to show on a day to come, as they will stand on the page. */
export interface ComingLines {
  readonly showOn: Day;
  readonly count: number;
}

export interface TodaySource {
  /** `interactions.openRegister`; stands before each occurrence. */
  readonly origin: string;
  /** The most pressing first where the source gathers. */
  readonly lines: (work: Work, asked: TodayAsked) => Promise<readonly ComputedLine[]>;
  /** Where one person may have hundreds: so many of each person's stand alone, one line speaks of the others. */
  readonly gather?: {
    readonly most: number;
    readonly line: (rest: RestOfLines) => GatheredWords;
    /** Present: of today `lines` are each person's first on which nobody has acted, one more than stand alone; what they are of is counted here. */
    readonly beyond?: {
      /** The same of everybody in reach, counted instead of read; the one more last and by itself. */
      readonly counted: (work: Work, asked: { readonly day: Day }) => Promise<readonly AlikeLines[]>;
      /** All that these people have today. */
      readonly today: (
        work: Work,
        asked: { accountIds: readonly string[]; day: Day },
      ) => Promise<ReadonlyMap<string, Counted>>;
      /** What begins to show on the days to come. */
      readonly coming: (work: Work, asked: TodayAsked) => Promise<readonly ComingLines[]>;
    };
  };
  /** Of these occurrences, which became tasks, those whose reason has gone meanwhile. */
  readonly settled?: (work: Work, occurrences: readonly string[]) => Promise<readonly string[]>;
  /** For outcomes that open a page other than the subject's, where the line has become a task. */
  readonly path?: (occurrence: string) => string;
}
export interface RestOfLines {
  readonly assigneeId: string;
  readonly count: number;
  /** Of them, due before today. */
  readonly late: number;
  readonly day: Day;
}
export interface GatheredWords {
  readonly title: Words;
  readonly why: Words;
  /** Where the others are listed. */
  readonly path: string;
}
/** Things to do: each source is one named query, run in the transaction of the page (decision 12). */
export const todayLines = slot<TodaySource>('tasks.todayLines');

export interface ComputedChange {
  readonly key: string;
  readonly subject: Subject;
  readonly at: Date;
  readonly label?: { readonly name: string; readonly before?: string; readonly after: string };
  readonly headline?: Words;
  readonly why: Words;
}
export interface ChangesAsked {
  readonly accountId?: string;
  readonly since: Date;
  readonly limit: number;
}
/** What changed with households, latest first. */
export const todayChanges =
  slot<(work: Work, asked: ChangesAsked) => Promise<readonly ComputedChange[]>>('tasks.todayChanges');

/** Shares 0–1 of registers on time per person over days, for managers (DOS-06). */
export const registerRates =
  slot<(work: Work, days: { from: Day; to: Day }) => Promise<ReadonlyMap<string, number>>>('tasks.registerRates');

export interface SubjectName {
  readonly name: string;
  readonly room?: string | undefined;
  readonly path?: string | undefined;
}
/** Names the subjects of a kind; those not visible to the actor are left out. */
export const subjectNames = slot<{
  readonly kind: string;
  readonly names: (work: Work, ids: readonly string[]) => Promise<ReadonlyMap<string, SubjectName>>;
}>('tasks.subjectNames');

/** Labels of people beside their lines, in each project in which they have some. */
export interface ChipsOfPerson {
  readonly personId: string;
  readonly projectId: string;
  readonly chips: readonly LineChip[];
}
export const personChips =
  slot<(work: Work, personIds: readonly string[]) => Promise<readonly ChipsOfPerson[]>>('tasks.personChips');

/** How texts that people wrote are shown: a later capability knows what is not read whole, such as phones (SEC-09). */
export const shownTexts = slot<<Value>(value: Value) => Value>('tasks.shownTexts');
