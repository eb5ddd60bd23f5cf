import type { Refusal } from '@yilu/platform/contract';

/** What a cell gave: nothing was filled in, a value, or something broken with the reason. */
export type Reading<Value> =
  | { readonly state: 'absent' }
  | { readonly state: 'value'; readonly value: Value; readonly note?: Refusal }
  | { readonly state: 'broken'; readonly reason: Refusal };

export const absent = { state: 'absent' } as const;

export function value<Value>(read: Value, note?: Refusal): Reading<Value> {
  return note ? { state: 'value', value: read, note } : { state: 'value', value: read };
}

export function broken(reason: Refusal): { readonly state: 'broken'; readonly reason: Refusal } {
  return { state: 'broken', reason };
}
