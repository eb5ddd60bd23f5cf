import { expect, test } from 'vitest';
import { changes } from './offices/changes.ts';
import { counter } from './offices/counter.ts';
import { deals } from './offices/deals.ts';
import { estateDesk } from './offices/estate-desk.ts';
import { exported } from './offices/exported.ts';
import { families } from './offices/families.ts';
import { further } from './offices/further.ts';
import { gardens } from './offices/gardens.ts';
import { holdings } from './offices/holdings.ts';
import { homes } from './offices/homes.ts';
import { keptByHand } from './offices/kept-by-hand.ts';
import { layouts } from './offices/layouts.ts';
import { ledgers } from './offices/ledgers.ts';
import { letting } from './offices/letting.ts';
import { messy } from './offices/messy.ts';
import { mixed } from './offices/mixed.ts';
import { owners } from './offices/owners.ts';
import { ownersHard } from './offices/owners-hard.ts';
import { registers } from './offices/registers.ts';
import { salesFloor } from './offices/sales-floor.ts';
import { trades } from './offices/trades.ts';
import { sheetOf, understand } from './offices/understanding.ts';
import { unfolded } from './offices/unfolded.ts';

const offices = [
  ...owners,
  ...ownersHard,
  ...registers,
  ...deals,
  ...homes,
  ...families,
  ...gardens,
  ...messy,
  ...exported,
  ...keptByHand,
  ...holdings,
  ...further,
  ...mixed,
  ...changes,
  ...trades,
  ...layouts,
  ...unfolded,
  ...salesFloor,
  ...estateDesk,
  ...letting,
  ...counter,
  ...ledgers,
];

test.each(offices.map((office) => [office.what, office] as const))('%s: read as a careful clerk would', (_, office) => {
  const told = understand(sheetOf(office));
  expect(told.map(({ kind, unmapped }) => [kind, unmapped.join(' ').replaceAll('\n', '')])).toEqual(
    office.reads.map(({ kind, unmapped }) => [kind, unmapped]),
  );
  told.forEach(({ lines }, at) => {
    expect(`\n${lines.join('\n')}\n`).toBe(office.reads[at]?.lines);
  });
});
