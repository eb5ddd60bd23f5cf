import { createInflateRaw } from 'node:zlib';
import { type CellsByRow, columnOf, scanFormulas } from './formulas.ts';
import {
  fileHasMacros,
  fileIsDamaged,
  fileIsEncrypted,
  notASpreadsheet,
  SpreadsheetRefused,
  unpacksTooBig,
} from './refusals.ts';
import type { MergedRange, SpreadsheetLimits } from './sheet.ts';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: Uint8Array;
}

/** What one look through the archive tells before a parser may touch it. */
export interface CheckedWorkbook {
  /** Merged ranges by sheet name; the streaming reader does not tell them. */
  readonly merged: ReadonlyMap<string, readonly MergedRange[]>;
  /** Cells whose formula was saved without its result, by sheet name; it does not tell them either. */
  readonly uncalculated: ReadonlyMap<string, CellsByRow>;
}

const mostEntries = 5_000;
const mostMergedPerSheet = 50_000;

/**
 * Unpack everything once, counting, keeping nothing: sizes stated in an archive may lie, so a bomb is found by unpacking
 * until the limit and no further. On the way, merged ranges and formulas without results are read off the sheets.
 */
export async function checkWorkbook(bytes: Uint8Array, limits: SpreadsheetLimits): Promise<CheckedWorkbook> {
  const entries = entriesOf(bytes);
  const names = new Set(entries.map(({ name }) => name));
  if (entries.some(({ encrypted }) => encrypted)) throw new SpreadsheetRefused(fileIsEncrypted);
  if (!names.has('xl/workbook.xml')) throw new SpreadsheetRefused(notASpreadsheet);
  if (entries.some(({ name }) => /vbaproject\.bin$/i.test(name))) throw new SpreadsheetRefused(fileHasMacros);

  let left = limits.unpackedBytes;
  const texts = new Map<string, string>();
  const mergedByPath = new Map<string, MergedRange[]>();
  const uncalculatedByPath = new Map<string, CellsByRow>();
  for (const entry of entries) {
    const isSheet = /^xl\/worksheets\/[^/]+\.xml$/.test(entry.name);
    const isIndex = entry.name === 'xl/workbook.xml' || entry.name === 'xl/_rels/workbook.xml.rels';
    const merged: MergedRange[] = [];
    const text: Buffer[] = [];
    const formulas = scanFormulas();
    let tail = '';
    left = await unpack(entry, left, limits, (chunk) => {
      if (isIndex) text.push(chunk);
      if (!isSheet) return;
      const stretch = chunk.toString('latin1');
      formulas.see(stretch);
      if (merged.length >= mostMergedPerSheet) return;
      const window = tail + stretch;
      for (const [, reference] of window.matchAll(/<(?:\w+:)?mergeCell\s+ref="([A-Z0-9:]+)"/g)) {
        const range = rangeOf(reference ?? '');
        if (range) merged.push(range);
      }
      const lastTag = window.lastIndexOf('<');
      tail =
        lastTag >= 0 && window.length - lastTag < 200 && !window.includes('>', lastTag) ? window.slice(lastTag) : '';
    });
    if (isIndex) texts.set(entry.name, Buffer.concat(text).toString('utf8'));
    if (isSheet) mergedByPath.set(entry.name, merged);
    if (isSheet) uncalculatedByPath.set(entry.name, formulas.found);
  }
  const paths = pathsByName(texts);
  return { merged: byName(paths, mergedByPath), uncalculated: byName(paths, uncalculatedByPath) };
}

/** The archive's table of contents. */
function entriesOf(bytes: Uint8Array): Entry[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = file.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || end + 22 > file.length) throw new SpreadsheetRefused(fileIsDamaged);
  const count = file.readUInt16LE(end + 10);
  if (count > mostEntries) throw new SpreadsheetRefused(fileIsDamaged);

  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw new SpreadsheetRefused(fileIsDamaged);
    const nameLength = file.readUInt16LE(at + 28);
    const packedSize = file.readUInt32LE(at + 20);
    const local = file.readUInt32LE(at + 42);
    if (local + 30 > file.length || file.readUInt32LE(local) !== 0x04034b50)
      throw new SpreadsheetRefused(fileIsDamaged);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    if (start + packedSize > file.length) throw new SpreadsheetRefused(fileIsDamaged);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: file.readUInt16LE(at + 10),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      packed: file.subarray(start, start + packedSize),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** Returns how many bytes may still be unpacked. */
async function unpack(
  entry: Entry,
  left: number,
  limits: SpreadsheetLimits,
  see: (chunk: Buffer) => void,
): Promise<number> {
  const tooBig = () =>
    new SpreadsheetRefused(unpacksTooBig({ megabytes: Math.round(limits.unpackedBytes / 1_048_576) }));
  if (entry.method === 0) {
    if (entry.packed.length > left) throw tooBig();
    see(Buffer.from(entry.packed));
    return left - entry.packed.length;
  }
  if (entry.method !== 8) throw new SpreadsheetRefused(fileIsDamaged);

  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  inflate.end(entry.packed);
  let remaining = left;
  try {
    for await (const chunk of inflate) {
      remaining -= chunk.length;
      if (remaining < 0) throw tooBig();
      see(chunk);
    }
  } catch (problem) {
    throw problem instanceof SpreadsheetRefused ? problem : new SpreadsheetRefused(fileIsDamaged);
  } finally {
    inflate.destroy();
  }
  return remaining;
}

/** Where each sheet lies in the archive. */
function pathsByName(texts: ReadonlyMap<string, string>): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [tag] of (texts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const target = attribute(tag, 'Target')?.replace(/^\/?(xl\/)?/, 'xl/');
    const id = attribute(tag, 'Id');
    if (id && target) targets.set(id, target);
  }
  const paths = new Map<string, string>();
  for (const [tag] of (texts.get('xl/workbook.xml') ?? '').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const path = targets.get(attribute(tag, '\\w+:id') ?? '');
    const name = attribute(tag, 'name');
    if (path && name) paths.set(unescapeXml(name), path);
  }
  return paths;
}

function byName<Thing>(paths: ReadonlyMap<string, string>, byPath: ReadonlyMap<string, Thing>): Map<string, Thing> {
  return new Map(
    [...paths].flatMap(([name, path]): [string, Thing][] => {
      const thing = byPath.get(path);
      return thing === undefined ? [] : [[name, thing]];
    }),
  );
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

function unescapeXml(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

function rangeOf(reference: string): MergedRange | undefined {
  const [, fromColumn, fromRow, toColumn, toRow] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(reference) ?? [];
  if (!fromColumn || !fromRow || !toColumn || !toRow) return undefined;
  return {
    fromRow: Number(fromRow) - 1,
    fromColumn: columnOf(fromColumn),
    toRow: Number(toRow) - 1,
    toColumn: columnOf(toColumn),
  };
}
