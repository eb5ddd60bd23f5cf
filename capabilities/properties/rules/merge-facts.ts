import { type RoomDifference, type RoomFactName, type RoomFacts, roomFactNames } from '../contract/index.ts';

export interface MergedFacts {
  /** What the import writes: what was empty, and what an earlier import had said otherwise. */
  readonly written: RoomFacts;
  /** What a person entered here and the import says otherwise; it stays. */
  readonly differences: readonly RoomDifference[];
}

/**
 * Bring what a spreadsheet says together with what is here: it fills what is empty, replaces what only an import had said,
 * and never touches what a person entered (decision 20). What the spreadsheet does not say is left alone.
 */
export function mergeFacts(here: RoomFacts, enteredFields: readonly string[], there: RoomFacts): MergedFacts {
  const said = roomFactNames.filter((field) => there[field] !== undefined && there[field] !== here[field]);
  const kept = said.filter((field) => here[field] !== undefined && enteredFields.includes(field));
  const written = said.filter((field) => !kept.includes(field));
  return {
    written: only(there, written),
    differences: kept.map((field) => ({ field, here: here[field], there: there[field] })),
  };
}

function only(facts: RoomFacts, fields: readonly RoomFactName[]): RoomFacts {
  return Object.fromEntries(fields.map((field) => [field, facts[field]]));
}
