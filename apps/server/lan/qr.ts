import { encode, renderUnicodeCompact } from 'uqr';

/** As much correction as a telephone needs that looks at a screen at an angle. */
const ecc = 'M';

/** Rows of modules, 1 for dark ones, without the quiet zone. */
export function qrRows(text: string): string[] {
  return encode(text, { ecc, border: 0 }).data.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
}

/** For a terminal: two rows in one line, dark on light whatever the terminal's colours are. */
export function qrLines(text: string): string {
  // Light modules are drawn, dark ones left as a black background.
  return renderUnicodeCompact(text, { ecc, border: 2 }).replace(/^.*$/gm, '\u001b[97;40m$&\u001b[0m');
}
