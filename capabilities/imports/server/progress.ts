import type { Begin, Work } from '@yilu/platform/server';
import type { ImportPhase, ImportRun } from '../contract/index.ts';
import { type ProgressRow, type RunRow, tellProgress } from '../store/runs.ts';
import type { Tables } from '../store/tables.ts';

const millisecondsBetween = 700;

/**
 * Tells how far a long step is, of a total of 0 where nobody knows yet how long it will be, in transactions of its own so that it is seen while the step's transaction runs. At most
 * about once a second.
 */
export function progressTeller(begin: Begin, runId: string, step: string, total: number) {
  const startedAt = new Date();
  let last = 0;
  return async (done: number): Promise<void> => {
    const at = Date.now();
    if (at - last < millisecondsBetween) return;
    last = at;
    await begin((work) =>
      tellProgress((work as Work<Tables>).db, runId, { step, done, total, startedAt, toldAt: new Date(at) }),
    );
  };
}

const stepOfPhase: Partial<Record<ImportPhase, string>> = {
  reading: 'read',
  previewing: 'preview',
  applying: 'apply',
  undoing: 'undo',
};

/** What is kept may tell of the step before, until the present one has got somewhere. */
export function isOfPhase({ step, startedAt }: ProgressRow, { phase, askedAt }: RunRow): boolean {
  return step === stepOfPhase[phase] && startedAt >= askedAt;
}

/** Rows per second since the step began, and from them the seconds left. */
export function progressView({
  step,
  done,
  total,
  startedAt,
  toldAt,
}: ProgressRow): NonNullable<ImportRun['progress']> {
  const seconds = (toldAt.getTime() - startedAt.getTime()) / 1_000;
  if (done === 0 || seconds < 0.5) return { step, done, total };
  const rowsPerSecond = done / seconds;
  if (total === 0) return { step, done, total, rowsPerSecond: Math.round(rowsPerSecond) };
  return {
    step,
    done,
    total,
    rowsPerSecond: Math.round(rowsPerSecond),
    secondsLeft: Math.max(0, Math.ceil((total - done) / rowsPerSecond)),
  };
}
