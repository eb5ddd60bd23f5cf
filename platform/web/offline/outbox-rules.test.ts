import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Attempt,
  afterAttempt,
  asksFirst,
  attemptOf,
  confirmed,
  delayAfter,
  firstWaiting,
  inOrder,
  isForgotten,
  mended,
  type OutboxRefusal,
  tallyOf,
  type WaitingRecord,
} from './outbox-rules.ts';

const now = Date.parse('2026-11-22T10:00:00+08:00');
const written: WaitingRecord = {
  id: 'a',
  title: { zh: '电话回访', en: 'Call' },
  about: '许静安',
  subjectId: undefined,
  method: 'POST',
  url: '/api/interactions',
  body: '{"kind":"CALL_OUT"}',
  opensAt: '/contacts/new',
  draft: { kind: 'CALL_OUT' },
  writtenAt: now - 60_000,
  state: 'waiting',
  tries: 0,
  nextTryAt: 0,
  maybeThere: false,
  refusal: undefined,
  sentAt: undefined,
};
const said = (status: number, code = ''): OutboxRefusal => ({ status, code, message: '还差 12 个字。', fields: {} });

test.each<[string, OutboxRefusal, number, Attempt['verdict'], boolean | undefined]>([
  ['no answer came: it may have arrived', said(0), 0, 'later', true],
  ['the proxy lost the answer: it may have arrived', said(502), 0, 'later', true],
  ['the proxy gave up waiting: it may have arrived', said(504), 0, 'later', true],
  ['the server is starting: it did not arrive', said(503), 0, 'later', false],
  ['too many at once', said(429), 0, 'later', false],
  ['a defect is tried again', said(500), 0, 'later', false],
  ['a defect at the third try is tried again', said(500), 2, 'later', false],
  ['a defect at the fourth try is shown', said(500), 3, 'refused', undefined],
  ['too short', said(422, 'interactions.record_too_short'), 0, 'refused', undefined],
  ['a stale version', said(409, 'platform.stale'), 0, 'refused', undefined],
  ['no right to it any more', said(403, 'platform.not_permitted'), 0, 'refused', undefined],
  ['the customer is not in reach any more', said(404), 0, 'refused', undefined],
  ['nobody is signed in', said(401), 0, 'notSignedIn', undefined],
  ['somebody else is signed in', said(409, 'platform.someone_else'), 0, 'notSignedIn', undefined],
])('%s', (_, refusal, tries, verdict, noAnswer) => {
  expect(attemptOf(refusal, tries)).toMatchObject({ verdict, ...(noAnswer !== undefined && { noAnswer }) });
});

test('what was sent leaves only that it went', () => {
  expect(afterAttempt(written, { verdict: 'sent' }, now, 0.5)).toMatchObject({
    state: 'sent',
    sentAt: now,
    body: undefined,
    draft: undefined,
  });
});

test('what was declined keeps its words and the reason', () => {
  const after = afterAttempt(written, { verdict: 'refused', refusal: said(422) }, now, 0.5);
  expect(after).toMatchObject({ state: 'refused', draft: written.draft, refusal: { message: '还差 12 个字。' } });
});

test('while another is signed in nothing changes', () => {
  expect(afterAttempt(written, { verdict: 'notSignedIn' }, now, 0.5)).toBe(written);
});

test('once it may have arrived, that is not forgotten by a later attempt', () => {
  const lost = afterAttempt(written, { verdict: 'later', noAnswer: true }, now, 0.5);
  const busy = afterAttempt(lost, { verdict: 'later', noAnswer: false }, now, 0.5);
  expect([lost.maybeThere, busy.maybeThere]).toEqual([true, true]);
});

test('a mended record goes at once, with the same key and in its old place', () => {
  const refused = afterAttempt(written, { verdict: 'refused', refusal: said(422) }, now, 0.5);
  expect(mended(refused, { ...written, id: 'new', writtenAt: now, body: '{"kind":"WECHAT"}' })).toMatchObject({
    id: written.id,
    writtenAt: written.writtenAt,
    state: 'waiting',
    tries: 0,
    nextTryAt: 0,
    refusal: undefined,
    body: '{"kind":"WECHAT"}',
  });
});

test.each([
  [1, 0.5, 5_000],
  [2, 0.5, 15_000],
  [4, 0.5, 60_000],
  [6, 0.5, 300_000],
  [50, 0.5, 300_000],
  [1, 0, 4_000],
  [1, 1, 6_000],
])('after %i tries with chance %d the next is %i ms later', (tries, chance, delay) => {
  expect(delayAfter(tries, chance)).toBe(delay);
});

test('one that must wait holds back those behind it; one that was declined does not', () => {
  const second = { ...written, id: 'b', writtenAt: written.writtenAt + 1 };
  expect(firstWaiting([second, { ...written, nextTryAt: now + 9_000 }], now)?.id).toBe('a');
  expect(firstWaiting([second, { ...written, state: 'refused' }], now)?.id).toBe('b');
  expect(firstWaiting([{ ...written, state: 'sent' }], now)).toBeUndefined();
});

test('what was sent is shown for a day', () => {
  const sent: WaitingRecord = { ...written, state: 'sent', sentAt: now };
  expect(isForgotten(sent, now + 24 * 3_600_000)).toBe(false);
  expect(isForgotten(sent, now + 24 * 3_600_000 + 1)).toBe(true);
  expect(isForgotten(written, now + 90 * 24 * 3_600_000)).toBe(false);
});

test('however the answers fall, each record is either kept with its words or sent, and the order of writing holds', () => {
  const records = fc.array(fc.record({ id: fc.string({ minLength: 1 }), writtenAt: fc.nat(1_000) }), { maxLength: 8 });
  const statuses = fc.array(fc.constantFrom(0, 200, 401, 403, 409, 422, 429, 500, 503), { maxLength: 40 });
  fc.assert(
    fc.property(records, statuses, (given, answers) => {
      let queue: readonly WaitingRecord[] = given.map((one, at) => ({ ...written, ...one, id: `${one.id}-${at}` }));
      const sent: string[] = [];
      for (const status of answers) {
        const first = firstWaiting(queue, 1_000);
        if (!first) break;
        const attempt: Attempt = status === 200 ? { verdict: 'sent' } : attemptOf(said(status), first.tries);
        const after = afterAttempt(first, attempt, now, 0.5);
        if (after.state === 'sent') sent.push(after.id);
        queue = queue.map((one) => (one.id === after.id ? after : one));
      }
      const kept = queue.filter(({ state }) => state !== 'sent');
      expect(kept.every(({ body, draft }) => body === written.body && draft === written.draft)).toBe(true);
      expect(sent.length + kept.length).toBe(given.length);
      const places = inOrder(queue).map(({ id }) => id);
      expect(sent.map((id) => places.indexOf(id))).toEqual(
        sent.map((id) => places.indexOf(id)).toSorted((a, b) => a - b),
      );
      const { waiting, refused } = tallyOf(queue, 1_000);
      expect(waiting + refused).toBe(kept.length);
    }),
  );
});

const days = (count: number) => count * 24 * 3_600_000;

test.each<[string, Partial<WaitingRecord>, number, boolean]>([
  ['fourteen days after it was written it goes by itself', {}, days(14), false],
  ['a moment later it asks', {}, days(14) + 1, true],
  ['also where it may have arrived', { maybeThere: true }, days(15), true],
  ['looked at again, it goes', { confirmedAt: written.writtenAt + days(15) }, days(16), false],
  ['looked at fourteen days ago, it asks once more', { confirmedAt: written.writtenAt + days(15) }, days(29) + 1, true],
  ['what the server declined asks in its own way', { state: 'refused' }, days(90), false],
  ['what was sent asks nothing', { state: 'sent', sentAt: now }, days(90), false],
])('%s', (_, given, later, asks) => {
  const record = { ...written, ...given };
  expect(asksFirst(record, written.writtenAt + later)).toBe(asks);
});

test('one that asks is not sent, holds nobody back, and is never forgotten', () => {
  const old = { ...written, writtenAt: now - days(40) };
  expect(firstWaiting([old, written], now)?.id).toBe(written.id);
  expect(firstWaiting([old], now)).toBeUndefined();
  expect(isForgotten(old, now + days(365))).toBe(false);
  expect(tallyOf([old, written], now)).toEqual({ waiting: 1, asking: 1, refused: 0 });
});

test('confirmed or written anew, it goes with its words, its key and its place', () => {
  const old = { ...written, writtenAt: now - days(40), tries: 9, nextTryAt: now + 300_000 };
  expect(confirmed(old, now)).toMatchObject({ id: old.id, body: old.body, writtenAt: old.writtenAt, nextTryAt: 0 });
  expect(firstWaiting([confirmed(old, now)], now)?.id).toBe(old.id);
  const anew = mended(old, { ...written, body: '{"kind":"WECHAT"}', writtenAt: now });
  expect(firstWaiting([anew], now)).toMatchObject({ id: old.id, body: '{"kind":"WECHAT"}' });
});
