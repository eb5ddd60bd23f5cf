import { expect, test } from 'vitest';
import { alreadyParty, endsBeforeStart, onlyOwnersHaveShares, partyEnded, sharesTooMany } from '../contract/index.ts';
import { type PartyState, refusalToCorrect, refusalToEnd, refusalToJoin } from './parties.ts';

const owner: PartyState = { personId: 'zhang', role: 'owner', share: 0.5 };

test.each<[string, PartyState[], PartyState, unknown]>([
  ['a second half', [owner], { personId: 'li', role: 'coOwner', share: 0.5 }, undefined],
  ['more than the other half', [owner], { personId: 'li', role: 'coOwner', share: 0.51 }, sharesTooMany({ sum: 101 })],
  [
    'three thirds written with six places',
    [
      { ...owner, share: 0.333333 },
      { personId: 'li', role: 'coOwner', share: 0.333333 },
    ],
    { personId: 'wu', role: 'coOwner', share: 0.333334 },
    undefined,
  ],
  ['a tenant beside the owner', [owner], { personId: 'li', role: 'tenant' }, undefined],
  ['the owner also lives there', [owner], { personId: 'zhang', role: 'resident' }, undefined],
  ['the same part twice', [owner], { personId: 'zhang', role: 'owner' }, alreadyParty],
  ['the owner as their own co-owner', [owner], { personId: 'zhang', role: 'coOwner', share: 0.5 }, alreadyParty],
  [
    'a share that goes over by a little, which the sentence shows',
    [owner],
    { personId: 'li', role: 'coOwner', share: 0.504 },
    sharesTooMany({ sum: 100.4 }),
  ],
  ['a tenant with a share', [owner], { personId: 'li', role: 'tenant', share: 0.5 }, onlyOwnersHaveShares],
  ['a son with a share', [], { personId: 'li', role: 'family', share: 1 }, onlyOwnersHaveShares],
])('%s', (_, current, joining, refusal) => {
  expect(refusalToJoin(current, joining)).toEqual(refusal);
});

test.each<[string, PartyState, string, unknown]>([
  ['the day it began', { ...owner, startedOn: '2026-01-31' }, '2026-01-31', undefined],
  ['a day before it began', { ...owner, startedOn: '2026-01-31' }, '2026-01-30', endsBeforeStart],
  ['without a known beginning', owner, '2026-01-30', undefined],
  ['a second time', { ...owner, endedOn: '2026-01-01' }, '2026-01-30', partyEnded],
])('a part ends: %s', (_, party, on, refusal) => {
  expect(refusalToEnd(party, on)).toEqual(refusal);
});

const ended: PartyState = { ...owner, startedOn: '2020-01-01', endedOn: '2024-06-30' };

test.each<[string, PartyState, Parameters<typeof refusalToCorrect>[1], unknown]>([
  ['that holds, as one likes', owner, { startedOn: '2030-01-01', primaryContact: true }, undefined],
  ['that has ended, with an earlier beginning', ended, { startedOn: '2019-05-01' }, undefined],
  ['that has ended, without a known beginning', ended, { startedOn: null }, undefined],
  ['that has ended, to begin after its end', ended, { startedOn: '2024-07-01' }, endsBeforeStart],
  ['that has ended, as the one to ring', ended, { primaryContact: true }, partyEnded],
])('a part is corrected %s', (_, party, change, refusal) => {
  expect(refusalToCorrect(party, change)).toEqual(refusal);
});
