import type { RegisterField, RegisterKind } from '../contract/index.ts';

/** Six on a first call, the sixth being the recorder, whom the sign-in gives (DOS-10). */
export const firstCallFields = ['phone', 'name', 'sex', 'source', 'talk'] as const satisfies readonly RegisterField[];

/** The ten fields of a first visit (DOS-11), and the talk that a register is for. */
export const firstVisitFields = [
  'phone',
  'name',
  'sex',
  'age',
  'address',
  'family',
  'occupation',
  'source',
  'purpose',
  'need',
  'talk',
] as const satisfies readonly RegisterField[];

/** Later contacts: we know them, only the talk is new. */
const laterFields = ['name', 'talk'] as const satisfies readonly RegisterField[];

/** May not be declined: without them there is no customer or no register. */
const undeniable: readonly RegisterField[] = ['name', 'talk'];

export interface RegisterState {
  readonly kind: RegisterKind;
  /** First contact of this kind with this customer in this project (DOS-08). */
  readonly first: boolean;
  /** Answered on this form. */
  readonly given: ReadonlySet<RegisterField>;
  /** Known from before, so never asked twice. */
  readonly known: ReadonlySet<RegisterField>;
  /** The customer declined to say. */
  readonly declined: ReadonlySet<RegisterField>;
}

export function fieldsOf(kind: RegisterKind, first: boolean): readonly RegisterField[] {
  if (!first) return laterFields;
  return kind === 'CALL_IN' ? firstCallFields : firstVisitFields;
}

/** What a register still needs before it is complete, in the order of the form (DOS-10, DOS-11). */
export function missingFields({ kind, first, given, known, declined }: RegisterState): readonly RegisterField[] {
  return fieldsOf(kind, first).filter((field) => {
    if (given.has(field)) return false;
    if (field === 'talk') return true;
    if (known.has(field)) return false;
    return undeniable.includes(field) || !declined.has(field);
  });
}
