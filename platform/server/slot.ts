/** A place where later capabilities add to an earlier one: declared by the page that shows, filled at composition. */
export interface Slot<Value> {
  readonly name: string;
  /** `contributes: [todayLines.with(registerLines)]` */
  readonly with: (value: Value) => Contribution;
}

export interface Contribution {
  readonly slot: string;
  readonly value: unknown;
}

export function slot<Value>(name: string): Slot<Value> {
  return { name, with: (value) => ({ slot: name, value }) };
}

/** What all capabilities have put into a slot, in their order. */
export function contributionsTo<Value>(contributions: readonly Contribution[], to: Slot<Value>): Value[] {
  return contributions.filter(({ slot }) => slot === to.name).map(({ value }) => value as Value);
}
