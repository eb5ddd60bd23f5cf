import { newId } from '@yilu/platform/server';
import type { BuildingTold, RoomRow } from '../contract/index.ts';
import {
  type BuildingMeant,
  type BuildingNotation,
  type BuildingSaid,
  buildingMeant,
  buildingNameOf,
  buildingSaid,
  codeOfBuilding,
  isCodeOfSystem,
  parseBuilding,
  parsePhase,
  saidOf,
} from '../rules/index.ts';
import type { CalledBuilding, Calling } from '../store/structure.ts';

export type BuildingOfImport = Omit<CalledBuilding, 'version'>;
export type BuildingRow = Pick<RoomRow, 'phase' | 'before' | 'building'>;

export interface Among {
  readonly among: readonly string[];
}

export interface BuildingsOfRows {
  /** The building of a row, or the names of those among which the row does not choose; nothing for what stands in none. */
  readonly of: (row: BuildingRow) => BuildingOfImport | Among | undefined;
  readonly made: readonly BuildingOfImport[];
  /** What known ones are called beyond what was known. */
  readonly called: readonly Calling[];
  /** What was concluded about buildings and should be told, by the key of rows that say the same. */
  readonly told: ReadonlyMap<string, Told>;
}

export type Told = Omit<BuildingTold, 'ref'>;

export interface Estate {
  readonly project: { readonly id: string; readonly name: string; readonly code?: string | undefined };
  /** By code. */
  readonly phases: ReadonlyMap<string, { readonly id: string }>;
  readonly buildings: readonly CalledBuilding[];
}

/**
 * The buildings that rows mean, taken together: who says most comes first, so that who says less can be understood. `elsewhere`
 * holds what other lists of the same import say; of the numbers that these rows name it counts as if they said it.
 */
export function buildingsOfRows(
  rows: readonly BuildingRow[],
  { project, phases, buildings }: Estate,
  elsewhere: readonly BuildingRow[] = [],
): BuildingsOfRows {
  const ownNames = namesOf(project);
  const asKnown = knownIn({ project, phases });
  const known = new Map(buildings.map((building) => [building.id, asKnown(building)]));
  const made = new Map<string, BuildingOfImport>();
  const called = new Map<string, Calling>();

  const here = askedBy(rows, ownNames);
  const numbers = new Set([...here.values()].map(({ said }) => said.number));
  const there = [...askedBy(elsewhere, ownNames)].filter(([, { said }]) => numbers.has(said.number));
  const asked = new Map([...there, ...here]);
  const told = new Map<string, Told>();
  const saids = [...asked.values()].map(({ said }) => said);
  const meant = new Map<string, BuildingOfImport | Among>();
  for (const [key, { said, phase, written }] of [...asked].sort(
    ([, one], [, other]) => fullness(other) - fullness(one),
  )) {
    const found = buildingMeant(said, [...known.values()], saids);
    if ('among' in found) {
      meant.set(key, { among: found.among.map(({ building }) => building.name) });
      continue;
    }
    const phaseId = phase && phases.get(phase)?.id;
    const building: BuildingOfImport =
      'make' in found
        ? {
            id: newId(),
            projectId: project.id,
            phaseId,
            name: nameOf(written, found.make.code),
            ...found.make,
            calledPhase: phaseId ? undefined : said.phase,
          }
        : { ...found.there.building, ...found.call };
    const conclusion = conclusionOf(said, found, known.values(), made);
    if (conclusion) told.set(key, conclusion);
    const isMade = 'make' in found || made.has(building.id);
    if (isMade) made.set(building.id, building);
    else if ('call' in found && found.call)
      called.set(building.id, { ...called.get(building.id), id: building.id, ...found.call });
    if (isMade || called.has(building.id)) known.set(building.id, asKnown(building));
    meant.set(key, building);
  }
  return {
    of: (row) => meant.get(keyOf(row)),
    made: [...made.values()],
    called: [...called.values()],
    told,
  };
}

function namesOf({ name, code }: Estate['project']): readonly (string | undefined)[] {
  return [name, code];
}

function knownIn({ project, phases }: Pick<Estate, 'project' | 'phases'>): (building: BuildingOfImport) => Known {
  const phaseCodes = new Map([...phases].map(([code, { id }]) => [id, code]));
  return (building) => ({
    ...building,
    building,
    phase: building.phaseId && phaseCodes.get(building.phaseId),
    calledWords: building.calledWords ?? wordsOfName(building, namesOf(project)),
  });
}

/** What is said of the buildings that an estate has. */
export function saidInEstate(estate: Estate): readonly BuildingSaid[] {
  return estate.buildings.map(knownIn(estate)).map(saidOf);
}

/** What rows say of their buildings beyond what was `heard` of rows before, by the key of rows that say the same. */
export function saidByRows(
  rows: readonly BuildingRow[],
  project: Estate['project'],
  heard: ReadonlyMap<string, unknown>,
): Map<string, BuildingSaid> {
  const fresh = rows.filter((row) => !heard.has(keyOf(row)));
  return new Map([...askedBy(fresh, namesOf(project))].map(([key, { said }]) => [key, said]));
}

/** What staff should hear of, since whoever wrote a building without its garden did not say which it is. */
function conclusionOf(
  said: BuildingSaid,
  found: Exclude<BuildingMeant<Known>, { among: unknown }>,
  known: Iterable<Known>,
  made: ReadonlyMap<string, unknown>,
): Told | undefined {
  const name = buildingNameOf(codeOfBuilding(said));
  if ('make' in found) {
    if (said.words === '' || isCodeOfSystem(said.words)) return undefined;
    const barer = [...known].find((building) => {
      const { number, words } = saidOf(building);
      return number === said.number && words !== said.words && said.words.endsWith(words) && !made.has(building.id);
    });
    return barer && { sort: 'standsBeside', said: name, other: barer.name };
  }
  const { there, call } = found;
  if (call?.calledWords && !isCodeOfSystem(call.calledWords) && !made.has(there.id))
    return { sort: 'takesOn', said: name, other: there.name };
  const { words } = saidOf(there);
  const isFuller = said.words === '' && words !== '' && !isCodeOfSystem(words);
  return isFuller && made.has(there.id) ? { sort: 'readAs', said: name, other: there.name } : undefined;
}

interface Known extends BuildingOfImport {
  readonly building: BuildingOfImport;
  readonly phase: string | undefined;
}

interface Asked {
  readonly said: BuildingSaid;
  /** The row's phase, also a named one. */
  readonly phase: string | undefined;
  /** As the row writes the building. */
  readonly written: string;
}

/** By the key of rows that say the same, of which each is read once: a thousand homes stand in few buildings. */
function askedBy(rows: readonly BuildingRow[], ownNames: readonly (string | undefined)[]): Map<string, Asked> {
  const asked = new Map<string, Asked>();
  for (const row of rows) {
    const key = keyOf(row);
    if (row.building && !asked.has(key)) asked.set(key, askedByRow(row, row.building, ownNames));
  }
  return asked;
}

function askedByRow(row: BuildingRow, written: string, ownNames: readonly (string | undefined)[]): Asked {
  const { before = '' } = row;
  const read: BuildingNotation = parseBuilding(written) ?? { building: written.trim() };
  const phase = (row.phase && parsePhase(row.phase)) || read.phase;
  const said = buildingSaid({ ...read, before: `${before}${read.before ?? ''}`, ...(phase && { phase }) }, ownNames);
  return { said, phase, written };
}

/** Rows that say the same of their building have the same key. */
export function keyOf({ phase = '', before = '', building = '' }: BuildingRow): string {
  return `${phase}\n${before}\n${building}`;
}

function fullness({ said }: Asked): number {
  return said.words.length * 2 + (said.phase ? 1 : 0);
}

/** A building that a person named 梅园3栋 before words were part of its code. */
function wordsOfName({ name, code }: BuildingOfImport, ownNames: readonly (string | undefined)[]): string | undefined {
  const read = parseBuilding(name);
  if (read?.before === undefined || read.building !== code) return undefined;
  return buildingSaid(read, ownNames).words || undefined;
}

/** As somebody wrote it when that reads as a name, else in the usual way. */
function nameOf(written: string, code: string): string {
  const trimmed = written.normalize('NFKC').replaceAll(/\s+/g, '');
  const { phase: _, ...read } = parseBuilding(trimmed) ?? { building: '' };
  const isWhole = codeOfBuilding(buildingSaid(read, [])) === code;
  return isWhole && /[栋幢座楼]$/.test(trimmed) && trimmed.length <= 40 ? trimmed : buildingNameOf(code);
}
