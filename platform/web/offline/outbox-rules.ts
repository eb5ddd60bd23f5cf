import { daysUnsentGoAlone, type Method, type Sentence } from '../../contract/index.ts';

/** A write that was made on this device and is to be made on the server. */
export interface WaitingRecord {
  /** Also its Idempotency-Key, for ever: however often it is sent and changed, the server keeps it once. */
  readonly id: string;
  /** Which form wrote it and opens it again. */
  readonly title: Sentence;
  /** Whom it is about. */
  readonly about: string | undefined;
  readonly subjectId: string | undefined;
  readonly method: Method;
  readonly url: string;
  readonly body: string | undefined;
  /** Where its form is; absent where nothing can be mended, only dropped. */
  readonly opensAt: string | undefined;
  /** What the form was filled with. */
  readonly draft: unknown;
  /** Milliseconds since 1970, as all instants here. */
  readonly writtenAt: number;
  readonly state: 'waiting' | 'refused' | 'sent';
  readonly tries: number;
  readonly nextTryAt: number;
  /** It went out once and no answer came, so that the server may have it already. */
  readonly maybeThere: boolean;
  readonly refusal: OutboxRefusal | undefined;
  readonly sentAt: number | undefined;
  /** When somebody looked at it again and said that it is to go. */
  readonly confirmedAt?: number | undefined;
}

/** Why the server declined, in the words it used. */
export interface OutboxRefusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What came of one attempt. */
export type Attempt =
  | { readonly verdict: 'sent' }
  /** No answer, or an answer that passes. */
  | { readonly verdict: 'later'; readonly noAnswer: boolean }
  | { readonly verdict: 'refused'; readonly refusal: OutboxRefusal }
  /** Nobody is signed in, or somebody else: nothing may be sent until its writer is back. */
  | { readonly verdict: 'notSignedIn' };

/** A defect of the server is tried so often; then the record is shown, and those behind it go on. */
const triesOfDefect = 4;
/** What was sent stays in the list for a day, so that one can see that it went. */
const sentIsShownFor = 24 * 3_600_000;
const goesAloneFor = daysUnsentGoAlone * 24 * 3_600_000;
const delays = [5, 15, 30, 60, 120, 300].map((seconds) => seconds * 1_000);

/** What an answer other than success means for a record that waits. */
export function attemptOf(refusal: OutboxRefusal, tries: number): Attempt {
  const { status, code } = refusal;
  if (status === 0) return { verdict: 'later', noAnswer: true };
  if (status === 401 || code === 'platform.someone_else') return { verdict: 'notSignedIn' };
  if (status === 502 || status === 504) return { verdict: 'later', noAnswer: true };
  if ([408, 425, 429, 503].includes(status)) return { verdict: 'later', noAnswer: false };
  if (status >= 500 && tries + 1 < triesOfDefect) return { verdict: 'later', noAnswer: false };
  return { verdict: 'refused', refusal };
}

/** The record after an attempt; `chance` 0–1 spreads the phones of an office that comes back at once. */
export function afterAttempt(record: WaitingRecord, attempt: Attempt, now: number, chance: number): WaitingRecord {
  const tries = record.tries + 1;
  switch (attempt.verdict) {
    case 'sent':
      // What was sent is the server's now; here stays only that it went.
      return { ...record, tries, state: 'sent', sentAt: now, refusal: undefined, body: undefined, draft: undefined };
    case 'refused':
      return { ...record, tries, state: 'refused', refusal: attempt.refusal };
    case 'notSignedIn':
      return record;
    case 'later':
      return {
        ...record,
        tries,
        maybeThere: record.maybeThere || attempt.noAnswer,
        nextTryAt: now + delayAfter(tries, chance),
      };
  }
}

/** Milliseconds until the next attempt: longer each time, up to five minutes. */
export function delayAfter(tries: number, chance: number): number {
  const delay = delays[Math.min(tries, delays.length) - 1] ?? 0;
  return Math.round(delay * (0.8 + 0.4 * chance));
}

/** In the order of writing. */
export function inOrder(records: readonly WaitingRecord[]): readonly WaitingRecord[] {
  return records.toSorted((one, other) => one.writtenAt - other.writtenAt || (one.id < other.id ? -1 : 1));
}

/** The one that goes next. One that must wait holds back those behind it; a refused one, or one that asks first, does not. */
export function firstWaiting(records: readonly WaitingRecord[], now: number): WaitingRecord | undefined {
  return inOrder(records).find((record) => record.state === 'waiting' && !asksFirst(record, now));
}

/**
 * Written too long ago to go unasked: what it says may have passed, and of one that may have arrived the server has forgotten the answer,
 * so that it would go in twice. It stays, with its words, until somebody decides.
 */
export function asksFirst({ state, writtenAt, confirmedAt }: WaitingRecord, now: number): boolean {
  return state === 'waiting' && now - (confirmedAt ?? writtenAt) > goesAloneFor;
}

/** The same record, once somebody has said that it is to go. */
export function confirmed(record: WaitingRecord, now: number): WaitingRecord {
  return { ...record, confirmedAt: now, tries: 0, nextTryAt: 0 };
}

/** The same record with other contents, to be sent at once: whoever writes it anew has looked at it. */
export function mended(
  record: WaitingRecord,
  { title, about, subjectId, method, url, body, draft, writtenAt }: WaitingRecord,
): WaitingRecord {
  const contents = { title, about, subjectId, method, url, body, draft, confirmedAt: writtenAt };
  return { ...record, ...contents, state: 'waiting', refusal: undefined, tries: 0, nextTryAt: 0 };
}

export function isForgotten(record: WaitingRecord, now: number): boolean {
  return record.state === 'sent' && now - (record.sentAt ?? 0) > sentIsShownFor;
}

export interface OutboxTally {
  /** They go by themselves. */
  readonly waiting: number;
  /** They ask first. */
  readonly asking: number;
  readonly refused: number;
}

export function tallyOf(records: readonly WaitingRecord[], now: number): OutboxTally {
  const count = (wanted: WaitingRecord['state']) => records.filter(({ state }) => state === wanted).length;
  const asking = records.filter((record) => asksFirst(record, now)).length;
  return { waiting: count('waiting') - asking, asking, refused: count('refused') };
}
