import { type BuildingNotation, direction, district, foldNotation } from './notation.ts';

/** A building that is there, or is about to be. */
export interface KnownBuilding {
  /** Canonical: 3, 东区3, 梅园3; 2期3 where another phase has a 3 too. */
  readonly code: string;
  /** The code of its phase: 02, or the word of a named one. */
  readonly phase?: string | undefined;
  /** How it is called beyond its code: words before its number, and the code of a phase. */
  readonly calledWords?: string | undefined;
  readonly calledPhase?: string | undefined;
}

/** What a row says of its building. */
export interface BuildingSaid {
  /** 02 of 二期 */
  readonly phase?: string | undefined;
  /** 梅园, 东区, 1组团; empty without any, and for the project's own name. */
  readonly words: string;
  /** 3, A, 会所 */
  readonly number: string;
}

export type BuildingMeant<Building> =
  | { readonly there: Building; readonly call?: Pick<KnownBuilding, 'calledWords' | 'calledPhase'> }
  | { readonly make: Pick<KnownBuilding, 'code' | 'calledWords'> }
  /** These have the number, and the row does not say which of them it means. */
  | { readonly among: readonly Building[] };

/** A row in canonical parts: the word of a named phase is one before the number, the project's own name is none. */
export function buildingSaid(
  { before = '', building, phase }: BuildingNotation,
  ownNames: readonly (string | undefined)[],
): BuildingSaid {
  const { words: part, number: said } = inParts(building);
  const number = shortened(said, mostOfCode);
  const words = withoutOwnName(withoutAddress(`${before}${part}`), ownNames);
  if (phase === undefined || isCounted(phase)) return { ...(phase && { phase }), words: shortened(words), number };
  const named = withoutOwnName(phase, ownNames);
  const also = isCodeOfSystem(words) || named.includes(words) ? '' : words;
  return { words: shortened(words.includes(named) ? words : `${named}${also}`), number };
}

/** With phase and number they make a code. */
const mostOfWords = 15;

/** Words too long for a code keep their end, behind letters that tell them from others with the same end. */
function shortened(words: string, most = mostOfWords): string {
  if (words.length <= most) return words;
  let hash = 0;
  for (const sign of words) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) % 308_915_776;
  const letters = Array.from({ length: 5 }, (_, at) => String.fromCharCode(65 + (Math.floor(hash / 26 ** at) % 26)));
  return `${letters.join('')}${words.slice(words.length + letters.length - most)}`;
}

/**
 * The building that a row means. Gardens and phases may number apart, so 梅园3栋 and 兰园3栋 are two, as are 一期3栋 and
 * 二期3栋. Who leaves the words out means the only building of that number, and of several none that could be told.
 * `others`: what else is said together with this row.
 */
export function buildingMeant<Building extends KnownBuilding>(
  said: BuildingSaid,
  known: readonly Building[],
  others: readonly BuildingSaid[] = [],
): BuildingMeant<Building> {
  const alike = known
    .map((building) => ({ building, ...saidOf(building) }))
    .filter(({ number, phase }) => number === said.number && agree(phase, said.phase));
  const claims = [...alike, ...others.filter(({ number }) => number === said.number)];
  const phasesApart = claims.some(({ words, phase }) => words === said.words && !agree(phase, said.phase));

  const exact = alike.filter(({ words }) => words === said.words);
  const same = exact.find(({ phase }) => phase === said.phase) ?? exact[0];
  if (exact.length > 1 && same?.phase !== said.phase) return { among: exact.map(({ building }) => building) };
  if (same && (said.phase === undefined || same.phase === said.phase)) return { there: same.building };
  if (same && !phasesApart) return { there: same.building, call: { calledPhase: said.phase } };

  const fuller = exact.length > 0 ? [] : alike.filter(({ words }) => words.endsWith(said.words));
  const [only] = fuller;
  if (fuller.length > 1) return { among: fuller.map(({ building }) => building) };
  if (only && !tellsApart(only.words, said.words)) return { there: only.building };

  // 3栋 was there before anybody wrote 梅园3栋: it is that one, unless other words claim the number too.
  const barer = alike.filter(({ words }) => words !== said.words && said.words.endsWith(words));
  const [nameless, next] = barer.sort((one, other) => other.words.length - one.words.length);
  const isClaimed = claims.some(({ words }) => !words.endsWith(said.words) && !said.words.endsWith(words));
  if (
    nameless &&
    nameless.words !== next?.words &&
    !isClaimed &&
    !phasesApart &&
    !tellsApart(said.words, nameless.words)
  ) {
    const calledWords = said.words.slice(0, said.words.length - nameless.words.length);
    return { there: nameless.building, call: { calledWords, ...(said.phase && { calledPhase: said.phase }) } };
  }
  return made(said, known, { isClaimed, phasesApart });
}

/** Whether what is said could mean several of these: buildings of two gardens or two phases that have its number. */
export function isToldApart(said: BuildingSaid, others: readonly BuildingSaid[]): boolean {
  const fuller = others.filter(
    ({ number, words, phase }) =>
      number === said.number &&
      agree(phase, said.phase) &&
      words.endsWith(said.words) &&
      (words !== said.words || (phase !== undefined && said.phase === undefined)),
  );
  return fuller.some((one) =>
    fuller.some(
      (other) =>
        !(one.words.endsWith(other.words) || other.words.endsWith(one.words)) ||
        (one.words === other.words && !agree(one.phase, other.phase)),
    ),
  );
}

/** Codes of systems (JX-3-2-1203) go with the project, as long as there is one of them. */
function made<Building extends KnownBuilding>(
  { words, number, phase }: BuildingSaid,
  known: readonly Building[],
  { isClaimed, phasesApart }: { readonly isClaimed: boolean; readonly phasesApart: boolean },
): BuildingMeant<Building> {
  const isTaken = (code: string) => known.some((building) => building.code === code);
  const isOnlyOne = !isClaimed && !phasesApart && !isTaken(number);
  if (isCodeOfSystem(words) && isOnlyOne) return { make: { code: number, calledWords: words } };
  const plain = codeOfBuilding({ words, number });
  const code = phasesApart || isTaken(plain) ? codeOfBuilding({ words, number, phase }) : plain;
  const there = known.find((building) => building.code === code);
  return there ? { there } : { make: { code } };
}

/** 3, 梅园3, LY-3; 2期3 with the phase, which only what numbers apart needs. */
export function codeOfBuilding({ words, number, phase }: BuildingSaid): string {
  return `${phase ? `${Number(phase)}期` : ''}${words}${/[A-Z0-9]$/.test(words) ? '-' : ''}${number}`.slice(
    -mostOfCode,
  );
}

/** As long as the database keeps. */
const mostOfCode = 24;

/** What is said of a building by its code and by what files call it. Asked once for every row that names a building. */
export function saidOf(building: KnownBuilding): BuildingSaid {
  const known = readBefore.get(building);
  if (known) return known;
  const said = read(building);
  readBefore.set(building, said);
  return said;
}

const readBefore = new WeakMap<KnownBuilding, BuildingSaid>();

function read({ code, phase, calledWords = '', calledPhase }: KnownBuilding): BuildingSaid {
  const [, ofPhase, rest = code] = /^(\d{1,2})期(.+)$/.exec(code) ?? [];
  const { words, number } = inParts(rest);
  const counted = isCounted(phase) ? phase : (ofPhase?.padStart(2, '0') ?? calledPhase);
  const named = phase !== undefined && !isCounted(phase) && !words.includes(phase) ? phase : '';
  return { ...(counted && { phase: counted }), words: shortened(`${calledWords}${named}${words}`), number };
}

/** 梅园 and 3 of 梅园3, LY and 3 of LY-3; a name that ends in no number is one whole. */
function inParts(building: string): { readonly words: string; readonly number: string } {
  const match = /^(.*[\u4e00-\u9fff]|[A-Z]{2,12}(?=-)|)-?([0-9]{1,4}[A-Z]?|[A-Z][0-9]{0,3})$/.exec(building);
  return match?.[2] === undefined ? { words: '', number: building } : { words: match[1] ?? '', number: match[2] };
}

/** JX of JX-3-2-1203. */
export function isCodeOfSystem(words: string): boolean {
  return /^[A-Z]+$/.test(words);
}

function agree(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

/** 东区3栋 was never meant by 3栋 alone; 梅园3栋 may be. */
function tellsApart(fuller: string, barer: string): boolean {
  const more = fuller.slice(0, fuller.length - barer.length);
  return district.test(more) || direction.test(more);
}

function isCounted(phase: string | undefined): phase is string {
  return phase !== undefined && /^\d+$/.test(phase);
}

/**
 * What is left of the words before a number when the project's own name is taken out, with whatever stands before it:
 * 梅园 of 万科锦绣花园梅园 in 锦绣花园. 锦绣 is that name as well, and so is 锦绣花园 in 万科锦绣花园.
 */
export function withoutOwnName(said: string, ownNames: readonly (string | undefined)[]): string {
  const words = said.replaceAll(/^-|-$/g, '');
  for (const given of ownNames) {
    const name = foldNotation(given ?? '').replace(/(项目|小区|楼盘)$/, '');
    if (name === '') continue;
    const at = words.indexOf(name);
    if (at >= 0) return words.slice(at + name.length).replace(/^(项目|小区|楼盘)?-?/, '');
    const isShort = words.length >= 2 && words === name.replace(kindOfEstate, '');
    const isPart = words.length > 2 && (name.startsWith(words) || name.endsWith(words));
    if (isShort || isPart) return '';
  }
  return words;
}

const kindOfEstate = /(?:花园|家园|公寓|广场|大厦|新城|公馆|名苑|华府|华庭|国际|府|苑|城|园)$/;

/** 锦绣花园 of 深圳市南山区科技路15号锦绣花园. */
function withoutAddress(words: string): string {
  return words
    .replace(/^(?:[\u4e00-\u9fff]{2,7}(?:省|自治区))?[\u4e00-\u9fff]{2,6}?市[\u4e00-\u9fff]{1,5}?[区县](?!域)/, '')
    .replace(/^.*?[路街道巷弄]\d+[栋号弄]?-?/, '');
}
