/**
 * A QR code (ISO/IEC 18004) of up to 106 bytes with error correction M, as rows of dark modules without the quiet zone.
 * Small on purpose: an address of a local network needs version 2 or 3.
 */
export type QrCode = readonly (readonly boolean[])[];

interface Version {
  readonly number: number;
  /** Bytes of data in each block. */
  readonly blocks: readonly number[];
  /** Bytes of correction per block. */
  readonly correction: number;
}

const versions: readonly Version[] = [
  { number: 1, blocks: [16], correction: 10 },
  { number: 2, blocks: [28], correction: 16 },
  { number: 3, blocks: [44], correction: 26 },
  { number: 4, blocks: [32, 32], correction: 18 },
  { number: 5, blocks: [43, 43], correction: 24 },
  { number: 6, blocks: [27, 27, 27, 27], correction: 16 },
];

export function qrCode(text: string, mask = 0): QrCode {
  const bytes = [...Buffer.from(text)];
  // Four bits of mode and eight of length come before the text.
  const version = versions.find(({ blocks }) => sum(blocks) * 8 >= bytes.length * 8 + 12);
  if (!version) throw new Error(`${bytes.length} bytes are too many for a small QR code`);
  const size = version.number * 4 + 17;
  const grid: (boolean | undefined)[][] = Array.from({ length: size }, () =>
    new Array<undefined>(size).fill(undefined),
  );
  placePatterns(grid, version.number);
  placeFormat(grid, mask);
  placeData(grid, interleaved(bytes, version), mask);
  return grid.map((row) => row.map((cell) => cell === true));
}

/** For a terminal: two rows in one line, dark on light whatever the terminal's colours are. */
export function qrLines(code: QrCode): string {
  const quiet = 2;
  const dark = (y: number, x: number) => code[y]?.[x] === true;
  const lines: string[] = [];
  for (let y = -quiet; y < code.length + quiet; y += 2) {
    let line = '';
    for (let x = -quiet; x < code.length + quiet; x += 1) {
      // Light modules are drawn, dark ones left as a black background.
      line += dark(y, x) ? (dark(y + 1, x) ? ' ' : '▄') : dark(y + 1, x) ? '▀' : '█';
    }
    lines.push(`\u001b[97;40m${line}\u001b[0m`);
  }
  return lines.join('\n');
}

function interleaved(bytes: readonly number[], { blocks, correction }: Version): readonly number[] {
  const bits = [...bitsOf(0b0100, 4), ...bitsOf(bytes.length, 8), ...bytes.flatMap((byte) => bitsOf(byte, 8))];
  const capacity = sum(blocks);
  bits.push(...new Array<number>(Math.min(4, capacity * 8 - bits.length)).fill(0));
  while (bits.length % 8 !== 0) bits.push(0);
  const data = Array.from({ length: bits.length / 8 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  );
  for (let pad = 0xec; data.length < capacity; pad = pad === 0xec ? 0x11 : 0xec) data.push(pad);

  let from = 0;
  const parts = blocks.map((length) => {
    from += length;
    return data.slice(from - length, from);
  });
  const checks = parts.map((part) => correctionOf(part, correction));
  return [...columnsOf(parts), ...columnsOf(checks)];
}

function columnsOf(rows: readonly (readonly number[])[]): readonly number[] {
  const longest = Math.max(...rows.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => rows.flatMap((row) => row[at] ?? [])).flat();
}

/** Reed–Solomon over GF(256) with the polynomial 0x11d. */
function correctionOf(data: readonly number[], length: number): readonly number[] {
  let generator = [1];
  for (let power = 0, root = 1; power < length; power += 1, root = times(root, 2)) {
    generator = [...generator, 0].map((value, at) => value ^ times(generator[at - 1] ?? 0, root));
  }
  const rest = [...data, ...new Array<number>(length).fill(0)];
  for (let at = 0; at < data.length; at += 1) {
    const factor = rest[at] ?? 0;
    generator.forEach((value, offset) => {
      rest[at + offset] = (rest[at + offset] ?? 0) ^ times(value, factor);
    });
  }
  return rest.slice(data.length);
}

function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ (product >> 7 ? 0x11d : 0);
    if ((other >> bit) & 1) product ^= one;
  }
  return product;
}

type Grid = (boolean | undefined)[][];

function put(grid: Grid, y: number, x: number, dark: boolean): void {
  const row = grid[y];
  if (row && x >= 0 && x < row.length) row[x] = dark;
}

function placePatterns(grid: Grid, version: number): void {
  const size = grid.length;
  for (let at = 8; at < size - 8; at += 1) {
    put(grid, 6, at, at % 2 === 0);
    put(grid, at, 6, at % 2 === 0);
  }
  for (const [top, left] of [
    [0, 0],
    [0, size - 7],
    [size - 7, 0],
  ] as const) {
    for (let y = -1; y <= 7; y += 1) {
      for (let x = -1; x <= 7; x += 1) {
        const ring = Math.max(Math.abs(y - 3), Math.abs(x - 3));
        put(grid, top + y, left + x, ring !== 2 && ring !== 4);
      }
    }
  }
  if (version > 1) {
    const centre = size - 7;
    for (let y = -2; y <= 2; y += 1) {
      for (let x = -2; x <= 2; x += 1) put(grid, centre + y, centre + x, Math.max(Math.abs(y), Math.abs(x)) !== 1);
    }
  }
  put(grid, size - 8, 8, true);
}

/** Correction M and the mask, twice, with their own correction. */
function placeFormat(grid: Grid, mask: number): void {
  const size = grid.length;
  let rest = mask;
  for (let step = 0; step < 10; step += 1) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  const format = ((mask << 10) | rest) ^ 0x5412;
  const bit = (at: number) => ((format >> at) & 1) === 1;
  for (let at = 0; at < 15; at += 1) {
    const beside = at < 6 ? at : at < 8 ? at + 1 : size - 15 + at;
    put(grid, beside, 8, bit(at));
    const beneath = at < 8 ? size - 1 - at : at === 8 ? 7 : 14 - at;
    put(grid, 8, beneath, bit(at));
  }
}

const masks: readonly ((y: number, x: number) => boolean)[] = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
];

/** Two columns at a time from the right, upwards and downwards in turn. */
function placeData(grid: Grid, data: readonly number[], mask: number): void {
  const size = grid.length;
  const bits = data.flatMap((byte) => bitsOf(byte, 8));
  const inverts = masks[mask] ?? (() => false);
  let next = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    // The column of the timing pattern is left out.
    const column = right <= 6 ? right - 1 : right;
    const upwards = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      const y = upwards ? size - 1 - step : step;
      for (const x of [column, column - 1]) {
        if (grid[y]?.[x] !== undefined) continue;
        put(grid, y, x, (bits[next] === 1) !== inverts(y, x));
        next += 1;
      }
    }
  }
}

function bitsOf(value: number, length: number): number[] {
  return Array.from({ length }, (_, at) => (value >> (length - 1 - at)) & 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((one, other) => one + other, 0);
}
