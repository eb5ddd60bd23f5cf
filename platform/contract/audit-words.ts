import type { Sentence } from './language.ts';

type Words = Readonly<Record<string, Sentence>>;

/** How a capability says in words what it writes into the audit; its codes mean nothing to others. */
export interface AuditWords {
  /** `customers.merged`: 合并重复客户. */
  readonly actions: Words;
  /** Names of what its images hold. */
  readonly fields?: Words;
  /** Codes that stand as values in its images. */
  readonly codes?: Words;
  /** Fields that hold a code of their own, or a list of such: `missing`, the fields of a register. */
  readonly listed?: Readonly<Record<string, Words>>;
}
