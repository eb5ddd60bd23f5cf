import type { Sentence } from './language.ts';

/** What a refusal tells programs about its circumstances; never personal data. */
export type RefusalParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Why the system declines: a code for programs, a sentence for people: what, why, what to do. */
export interface Refusal<Params extends RefusalParams = RefusalParams> {
  /** `capability.reason`, stable for ever. */
  readonly code: string;
  readonly params: Params;
  readonly message: Sentence;
}

/** A refusal without circumstances: `export const noSuchRoom = refusal('properties.no_such_room', { zh: '…', en: '…' })`. */
export function refusal(code: string, message: Sentence): Refusal<Record<never, never>> {
  return { code, params: {}, message };
}

/** A refusal whose sentence needs figures: `noteTooShort({ needed: 30, counted: 12 })`. */
export function refusalWith<Params extends RefusalParams>(
  code: string,
  sentence: { readonly zh: (params: Params) => string; readonly en: (params: Params) => string },
): (params: Params) => Refusal<Params> {
  return (params) => ({ code, params, message: { zh: sentence.zh(params), en: sentence.en(params) } });
}

/**
 * A well-formed request that a rule declines. Anything else thrown is a defect: logged, answered 500, never explained.
 * Status 404: no such thing for this actor; 409: its state forbids the request; 422: the input is wrong in the named fields;
 * 403: the actor lacks the permission; 401: nobody is signed in; 429: too often.
 */
export class Refused extends Error {
  readonly refusal: Refusal;
  readonly status: RefusedStatus;
  readonly detail: RefusedDetail;

  constructor(refusal: Refusal, status: RefusedStatus = 409, detail: RefusedDetail = {}) {
    super(refusal.code);
    this.name = 'Refused';
    this.refusal = refusal;
    this.status = status;
    this.detail = detail;
  }
}
export type RefusedStatus = 401 | 403 | 404 | 409 | 413 | 422 | 429;
export interface RefusedDetail {
  /** For 422: which field, as a path such as `phones.0.number`; the refusal's sentence is shown beside it. */
  readonly field?: string;
  /** For 422: several fields, each with its own sentence. */
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  /** For 409 of a stale write: the record as it is now. */
  readonly current?: unknown;
  /** Commit what was written before the refusal, such as a counted failure. */
  readonly keep?: boolean;
}

/** For `refine`: what is wrong, in both languages. */
export function said(zh: string, en: string): { message: string; params: { said: Sentence } } {
  return { message: en, params: { said: { zh, en } } };
}

/** Carry on only if no rule objects. */
export function insist(refusal: Refusal | undefined, status?: RefusedStatus, detail?: RefusedDetail): void {
  if (refusal) throw new Refused(refusal, status, detail);
}

/** The thing, or 404 with this refusal when it is absent or not visible to the actor. */
export function found<Thing>(thing: Thing | undefined, missing: Refusal): Thing {
  if (thing === undefined) throw new Refused(missing, 404);
  return thing;
}
