import { type Answer, addDays, dayOf, type Heard, instantOn } from '@yilu/platform/contract';
import { every, newId, type Work } from '@yilu/platform/server';
import { valueOf } from '@yilu/settings/server';
import {
  keepNoticesDays,
  type listNotices as listEndpoint,
  type NewNotice,
  type readNotices,
} from '../contract/index.ts';
import {
  countUnread,
  forgetNoticesBefore,
  giveNotices,
  keepNoticeOf,
  latestNotices,
  markNoticesRead,
  takeBackNotices,
} from '../store/notices.ts';
import { onOwnTables, type Tables } from '../store/tables.ts';
import { naming } from './naming.ts';
import { asShown } from './shown-texts.ts';

const shownAtOnce = 50;

/** Tell members of staff something, each occasion once. */
export async function giveNotice<Theirs>(work: Work<Theirs>, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const given = notices.map((notice) => ({ ...notice, id: newId() }));
  await giveNotices(onOwnTables(work), given, work.now);
}

/** Told to somebody else before, it is theirs no longer: what a notice speaks of was handed over. */
export async function giveNoticeInstead<Theirs>(work: Work<Theirs>, notices: readonly NewNotice[]): Promise<void> {
  for (const { origin, occurrence, accountId } of notices)
    await keepNoticeOf(onOwnTables(work), origin, occurrence, accountId);
  await giveNotice(work, notices);
}

/** What was told is no longer so. */
export async function takeBackNotice<Theirs>(
  work: Work<Theirs>,
  { origin, occurrence }: Pick<NewNotice, 'origin' | 'occurrence'>,
): Promise<void> {
  await takeBackNotices(onOwnTables(work), origin, occurrence);
}

export async function listNotices(work: Work<Tables>): Promise<Answer<typeof listEndpoint>> {
  const { db, actor } = work;
  const [notices, unread] = await Promise.all([
    latestNotices(db, actor.accountId, shownAtOnce),
    countUnread(db, actor.accountId),
  ]);
  const names = await naming(
    work,
    [],
    notices.flatMap(({ subject }) => subject ?? []),
  );
  const show = asShown(work);
  const items = notices.map(({ subject, ...stored }) => {
    const notice = { ...stored, title: show(stored.title), ...(stored.why && { why: show(stored.why) }) };
    const named = subject && names.subject(subject);
    return { ...notice, ...(named && { subject: named }) };
  });
  return { items, unread };
}

export async function markRead({ db, actor, now }: Work<Tables>, { ids }: Heard<typeof readNotices>): Promise<void> {
  await markNoticesRead(db, actor.accountId, { ids, at: now });
}

/** Nightly: notices older than the parameter's days. */
export const forgetNotices = every('tasks.forget-notices', '50 3 * * *', async (work: Work<Tables>) => {
  const days = await valueOf(work, keepNoticesDays);
  await forgetNoticesBefore(work.db, instantOn(addDays(dayOf(work.now), -days)));
});
