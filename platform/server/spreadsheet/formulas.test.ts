import { expect, test } from 'vitest';
import { notCalculated } from './formulas.ts';
import { readWholeSpreadsheet } from './read-spreadsheet.ts';
import { sheetXml, workbookOf } from './zip-for-tests.ts';

const cellsOf = async (bytes: Uint8Array) => (await readWholeSpreadsheet(bytes))[0]?.rows.map(({ cells }) => cells);

test('the second reader tells a formula without a result too', async () => {
  const sheet = sheetXml(
    '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><v>3</v></c></row><row r="2"><c r="B2"><f>B1</f><v></v></c><c r="C2" t="str"><f>""</f><v></v></c></row>',
  );
  const whole = workbookOf(sheet);
  expect(await cellsOf(whole)).toEqual([
    [notCalculated, 3],
    [null, notCalculated],
  ]);
  // Without its list of parts, whatever the program that wrote it was called, only the second reader opens it.
  const parts = workbookOf(sheet, [], { without: '_rels/.rels' });
  expect(await cellsOf(parts)).toEqual([
    [notCalculated, 3],
    [null, notCalculated],
  ]);
}, 30_000);
