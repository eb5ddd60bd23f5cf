import { sql } from 'kysely';
import { daysUnsentGoAlone } from '../../contract/index.ts';
import { every } from '../jobs/job.ts';

/** Whole days for which an answer is kept: as long as a device sends by itself what waits on it, and the same again for its clock and its owner. */
export const daysAnswersAreKept = 2 * daysUnsentGoAlone;

/** The longest window in which anything is counted is an hour. */
const daysWindowsAreKept = 1;

const day = 86_400_000;

/** Nightly: answers that no device asks for any more, and windows of time that are over. */
export const forgetAnswers = every('platform.forget-answers', '20 3 * * *', async ({ db, now }) => {
  const daysAgo = (days: number) => new Date(now.getTime() - days * day);
  await sql`select scope.forget_answers(${daysAgo(daysAnswersAreKept)})`.execute(db);
  await sql`delete from rate_window where started_at < ${daysAgo(daysWindowsAreKept)}`.execute(db);
});
