import type { Work } from '@yilu/platform/server';
import { type BuildingSaid, isToldApart } from '../rules/index.ts';
import { buildingsOf, phasesOf } from '../store/structure.ts';
import { type BuildingRow, saidByRows, saidInEstate } from './import-buildings.ts';
import { asOwnWork } from './own-tables.ts';
import { projectInReach } from './projects.ts';

/**
 * Hears what the lists of one import say of buildings, batch by batch. Answers true as soon as a batch tells apart what one
 * before it did not: 3栋 has gone in, and now there are 梅园3栋 and 兰园3栋.
 */
export async function hearBuildings<Theirs>(
  theirs: Work<Theirs>,
  projectId: string,
): Promise<(rows: readonly BuildingRow[]) => boolean> {
  const work = asOwnWork(theirs);
  const project = await projectInReach(work, projectId);
  const [phases, buildings] = await Promise.all([phasesOf(work.db, projectId), buildingsOf(work.db, projectId)]);
  const there = saidInEstate({ project, phases: new Map(phases.map((phase) => [phase.code, phase])), buildings });
  const heard = new Map<string, BuildingSaid>();
  return (rows) => {
    const fresh = [...saidByRows(rows, project, heard)];
    if (fresh.length === 0) return false;
    const before = [...heard.values()];
    for (const [key, said] of fresh) heard.set(key, said);
    const numbers = new Set(fresh.map(([, { number }]) => number));
    const then = [...there, ...before];
    const now = [...there, ...heard.values()];
    return before
      .filter(({ number }) => numbers.has(number))
      .filter((said) => !there.some((known) => isExactly(known, said)))
      .some((said) => isToldApart(said, now) && !isToldApart(said, then));
  };
}

function isExactly(known: BuildingSaid, { number, words, phase }: BuildingSaid): boolean {
  return known.number === number && known.words === words && (phase === undefined || known.phase === phase);
}
