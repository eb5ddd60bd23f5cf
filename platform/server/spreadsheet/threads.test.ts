import { expect, test } from 'vitest';
import { readSpreadsheet } from './read-spreadsheet.ts';

test('what a caller does with the rows is not counted as the time of reading', async () => {
  let rows = 0;
  for await (const part of readSpreadsheet(Buffer.from('张三,1\n'.repeat(20_000)), { milliseconds: 3_000 })) {
    if (part.part === 'rows') rows += part.rows.length;
    if (part.part === 'sheet') await new Promise((resolve) => setTimeout(resolve, 3_200));
  }
  expect(rows).toBe(20_000);
}, 30_000);
