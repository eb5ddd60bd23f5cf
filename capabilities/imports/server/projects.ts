import type { Work } from '@yilu/platform/server';
import { foldNotation, withoutOwnName } from '@yilu/properties/rules';
import { foldWord } from '@yilu/settings/rules';
import { type ProjectName, projectsIn } from '../store/memory.ts';
import type { RunRow } from '../store/runs.ts';
import type { SheetRowOfRun } from '../store/sheets.ts';
import type { Tables } from '../store/tables.ts';

/** Finds the project of a row: its own column, as the importer said what the name stands for, else the import's choice, else the title above the sheet, else the only one there is. */
export interface ProjectFinder {
  readonly all: readonly ProjectName[];
  /** Undefined: it is not known; a name: it is known but there is no such project in reach. */
  readonly of: (sheet: SheetRowOfRun, named: string | undefined) => string | { readonly unknown: string } | undefined;
  /** Where a person counted several names to one project: what the row's name says of its buildings. */
  readonly wordOf: (sheet: SheetRowOfRun, named: string | undefined) => PlaceWord | undefined;
}

/** 梅园, or the second phase of 锦绣花园二期 and 锦绣花园二. */
export interface PlaceWord {
  readonly before?: string;
  readonly phase?: string;
}

export async function openProjects(
  work: Work<Tables>,
  run: RunRow,
  sheets: readonly SheetRowOfRun[] = [],
): Promise<ProjectFinder> {
  const all = await projectsIn(work.db, work.actor.projects);
  const byName = new Map(all.map(({ id, name }) => [folded(name), id]));
  const only = all.length === 1 ? all[0]?.id : undefined;
  const choices = new Map(Object.entries(run.projectChoices).filter(([, id]) => all.some((one) => one.id === id)));
  const titles = new Map<string, string | undefined>();

  const fromTitle = (sheet: SheetRowOfRun): string | undefined => {
    const told = nameInTitle(sheet.title);
    if (!titles.has(sheet.id))
      titles.set(sheet.id, projectInTitle(all, sheet.title) ?? (told && choices.get(folded(told))));
    return titles.get(sheet.id);
  };
  const names = sheets.flatMap((sheet) => [
    ...sheet.columns.flatMap(({ field, names: several = [] }) => (field === 'project' ? several : [])),
    nameInTitle(sheet.title) ?? '',
  ]);
  const named = Map.groupBy(
    new Set([...choices.keys(), ...names.map(folded)]),
    (name) => choices.get(name) ?? byName.get(name),
  );
  const words = new Map<string, PlaceWord | undefined>();
  const wordOf = (name: string): PlaceWord | undefined => {
    const project = all.find(({ id }) => id === choices.get(folded(name)));
    if (!project || (named.get(project.id)?.length ?? 0) < 2) return undefined;
    const word = withoutOwnName(foldNotation(name.replace(/(项目|小区|楼盘)$/, '')), [project.name]);
    if (word === '') return undefined;
    return /^第?(?:\d{1,2}|[一二三四五六七八九十])期?$/.test(word) ? { phase: word } : { before: word };
  };
  const chosen = all.find(({ id }) => id === run.projectId);
  /** The choice answers for the name that the file begins with, and for its own parts; any other name is somewhere else. */
  const standsFor = (sheet: SheetRowOfRun, named: string): boolean => {
    if (!chosen) return false;
    const first = sheet.columns.find(({ field }) => field === 'project')?.sample ?? '';
    const [asked, own] = [folded(named), folded(chosen.name)];
    return asked === folded(first) || asked.includes(own) || own.includes(asked);
  };
  return {
    all,
    of: (sheet, name) => {
      const fromColumn = name === undefined ? undefined : (byName.get(folded(name)) ?? choices.get(folded(name)));
      if (fromColumn) return fromColumn;
      if (name !== undefined && !standsFor(sheet, name)) return { unknown: name };
      return run.projectId ?? fromTitle(sheet) ?? only;
    },
    wordOf: (sheet, name) => {
      const said = choices.size === 0 ? undefined : (name ?? nameInTitle(sheet.title));
      if (said === undefined) return undefined;
      if (!words.has(said)) words.set(said, wordOf(said));
      return words.get(said);
    },
  };
}

/** The project whose name stands in a title; the longest where several do. */
export function projectInTitle(all: readonly ProjectName[], title: string | undefined): string | undefined {
  if (!title) return undefined;
  const within = folded(title);
  return all
    .filter(({ name }) => folded(name).length >= 2 && within.includes(folded(name)))
    .sort((a, b) => b.name.length - a.name.length)[0]?.id;
}

/** `锦绣花园` of `锦绣花园项目来电来访数据`: what a project to be made could be called. */
export function nameInTitle(title: string | undefined): string | undefined {
  return /^\s*([\p{Script=Han}\w·]{2,20}?)(?:项目|小区)/u.exec(title ?? '')?.[1];
}

/** One name however it is written: with 项目 behind it, in other letters. */
export function folded(name: string): string {
  return foldWord(name.replace(/(项目|小区|楼盘)$/, ''));
}
