import type { InteractionKind } from '../contract/index.ts';

/** Kinds in which the customer took part by coming or calling: they always react. */
const customerCame: readonly InteractionKind[] = ['CALL_IN', 'VISIT_IN', 'VISIT_OUT', 'ACTIVITY', 'CIRCLE', 'ENQUIRY'];

/** Whether the customer reacted: always when they came to us, else as recorded (answered, replied, accepted). */
export function hasReacted(kind: InteractionKind, recorded: boolean): boolean {
  return customerCame.includes(kind) || recorded;
}

/** Whether a contact keeps a customer active; what we send and nobody answers never does (SEG-17). */
export function countsAsInteraction(kind: InteractionKind, reacted: boolean, countedKinds: readonly string[]): boolean {
  return hasReacted(kind, reacted) && countedKinds.includes(kind);
}
