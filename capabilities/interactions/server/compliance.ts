import type { Day, Heard } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import type {
  Compliance,
  ComplianceFigure,
  registerCompliance as endpoint,
  ownCompliance as ownEndpoint,
} from '../contract/index.ts';
import { complianceRate } from '../rules/index.ts';
import { type ComplianceRow, compliancePerPerson } from '../store/registers.ts';
import { onOwnTables, type Tables } from '../store/tables.ts';

/** How timely registers are, in all, per site and per consultant (DOS-06). */
export async function registerCompliance(work: Work<Tables>, asked: Heard<typeof endpoint>): Promise<Compliance> {
  const rows = await compliancePerPerson(work.db, { ...asked, now: work.now });
  return {
    all: figureOf(rows),
    sites: groupsOf(rows, ({ projectId }) => projectId).map(([projectId, some]) => ({
      projectId,
      name: some[0]?.projectName ?? '',
      ...figureOf(some),
    })),
    people: groupsOf(rows, ({ accountId }) => accountId).map(([accountId, some]) => ({
      accountId,
      name: some[0]?.accountName ?? '',
      ...figureOf(some),
    })),
  };
}

/** The same about oneself, for whoever keeps registers (DOS-06). */
export async function ownCompliance(work: Work<Tables>, asked: Heard<typeof ownEndpoint>): Promise<ComplianceFigure> {
  const { accountId } = work.actor;
  return figureOf(await compliancePerPerson(work.db, { ...asked, accountId, now: work.now }));
}

/** Rates per person for the team's Today. */
export async function registerRatesOf<Theirs>(
  work: Work<Theirs>,
  days: { readonly from: Day; readonly to: Day },
): Promise<ReadonlyMap<string, number>> {
  const rows = await compliancePerPerson(onOwnTables(work), { ...days, now: work.now });
  const rates = new Map<string, number>();
  for (const [accountId, some] of groupsOf(rows, (row) => row.accountId)) {
    const { rate } = figureOf(some);
    if (rate !== undefined) rates.set(accountId, rate);
  }
  return rates;
}

/** The worst first, so that what needs a look stands on top. */
function groupsOf(
  rows: readonly ComplianceRow[],
  keyOf: (row: ComplianceRow) => string,
): [string, readonly ComplianceRow[]][] {
  return [...Map.groupBy(rows, keyOf)].sort(
    ([, one], [, other]) => (figureOf(one).rate ?? 2) - (figureOf(other).rate ?? 2),
  );
}

function figureOf(rows: readonly ComplianceRow[]): ComplianceFigure {
  const sum = (of: 'onTime' | 'late' | 'missing' | 'open') => rows.reduce((total, row) => total + row[of], 0);
  const counts = { onTime: sum('onTime'), late: sum('late'), missing: sum('missing') };
  const rate = complianceRate(counts);
  return { ...counts, open: sum('open'), ...(rate !== undefined && { rate }) };
}
