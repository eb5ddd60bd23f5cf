import { catalogue } from '@yilu/customers/contract';
import type { Work } from '@yilu/platform/server';
import type { Rubric } from '../rules/index.ts';

/** Fields that this company does not collect: they leave both list and sum of completeness (decision 16). */
export async function switchedOffFields<Theirs>(_work: Work<Theirs>): Promise<Rubric['completeness']['switchedOff']> {
  return new Set(catalogue.filter(({ sensitivity }) => sensitivity === 'sensitive').map(({ key }) => key));
}
