import { expect, test } from 'vitest';
import { roleOf, roomStateOf } from './codes.ts';

test.each([
  ['业主', 'owner'],
  ['业主本人', 'owner'],
  ['女业主', 'owner'],
  ['共有产权人', 'coOwner'],
  ['共同居住人', 'resident'],
  ['业主之子', 'family'],
])('%s is %s', (text, role) => {
  expect(roleOf(text)).toBe(role);
});

test.each([
  ['已签约', 'signed'],
  ['已认购未签约', 'subscribed'],
  ['已签约未备案', 'signed'],
  ['已签约，待交房', 'signed'],
  ['未签约', undefined],
  ['待签约', undefined],
  ['未认购', undefined],
  ['未交房', undefined],
  ['待交付', undefined],
  ['未出租', undefined],
  ['未入住', 'handedOver'],
  ['待入住', 'handedOver'],
  ['装修中', 'handedOver'],
  ['未装修', undefined],
  ['未售', 'forSale'],
])('the state %s is %s', (text, state) => {
  expect(roomStateOf(text)).toBe(state);
});
