import { sql } from 'kysely';
import { every } from '../jobs/job.ts';

/**
 * Whole days for which an answer is kept. A phone without a network sends what it has written again for 14 days; the same again
 * for a phone that lay in a drawer meanwhile.
 */
export const daysAnswersAreKept = 28;

/** The longest window in which anything is counted is an hour. */
const daysWindowsAreKept = 1;

const day = 86_400_000;

/** Nightly: answers that no device asks for any more, and windows of time that are over. */
export const forgetAnswers = every('platform.forget-answers', '20 3 * * *', async ({ db, now }) => {
  const daysAgo = (days: number) => new Date(now.getTime() - days * day);
  await sql`select scope.forget_answers(${daysAgo(daysAnswersAreKept)})`.execute(db);
  await sql`delete from rate_window where started_at < ${daysAgo(daysWindowsAreKept)}`.execute(db);
});
