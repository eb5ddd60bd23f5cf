import type { Work } from '@yilu/platform/server';
import { shownTexts } from './slots.ts';

/** Texts of tasks and notices as anybody reads them; whole they stay in the store. */
export function asShown<Theirs>(work: Work<Theirs>): <Value>(value: Value) => Value {
  const shows = work.contributions(shownTexts);
  return (value) => shows.reduce((shown, show) => show(shown), value);
}

/** Whether something in these texts is not read whole. */
export function isMasked<Value>(value: Value, shown: Value): boolean {
  return JSON.stringify(value) !== JSON.stringify(shown);
}
