import { type Asked, addDays, dayOf } from '@yilu/platform/contract';
import { ask, useAnswer, useOutdate, usePostOrKeep, useText, useToast, useWaiting } from '@yilu/platform/web';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  actOnLine,
  actOnTask,
  listTasks,
  markTodaySeen,
  readToday,
  type TodayLine,
  undoOutcome,
} from '../contract/index.ts';
import { type Act, type Acting, needsAsking } from './outcome.ts';
import { texts } from './text.ts';

/** A done line stays for so long with its station filled, then the next one slides up. */
const closesUpAfter = 400;

/** The team's day, for its totals beside a colleague's who was opened. */
export function useTeam(isOpened: boolean) {
  return useAnswer(readToday, { scope: 'team' }, { when: isOpened, keep: true, fresh: 30_000 }).data?.people;
}

/** Today's lines with what was just done about them: shown at once, brought back when the server declines or it is undone. */
export function useToday(asked: TodayAsked) {
  const answer = useAnswer(readToday, asked, { keep: true, fresh: 30_000, every: 120_000 });
  const acted = useActedLines();
  const post = usePostOrKeep();
  const waiting = new Set(
    useWaiting()
      .filter(({ state }) => state === 'waiting')
      .map(({ subjectId }) => subjectId),
  );
  const outdate = useOutdate();
  const tell = useToast();
  const t = useText();
  const under = useRef(new Set<string>());

  useEffect(() => {
    void ask(markTodaySeen, {}).catch(() => undefined);
  }, []);

  const act = useCallback(
    async (line: TodayLine, how: Act) => {
      // A second tap before the line has gone is not a second act.
      if (under.current.has(line.key)) return;
      under.current.add(line.key);
      acted.begin(line.key);
      try {
        const note = { title: line.title, about: line.subject?.name, subjectId: waitsAs(line.key) };
        const posted = line.taskId
          ? await post(actOnTask, { taskId: line.taskId, version: line.version ?? 1, ...how }, note)
          : await post(actOnLine, { key: line.key, of: line.assignee.id, ...how }, note);
        if (posted.state === 'waiting') {
          acted.bringBack(line.key);
          return tell({ message: t(texts.keptHere) });
        }
        // What went with others that waited brings no answer back, so nothing to undo it by.
        const task = posted.answer;
        const outcome = task?.outcomes.at(-1);
        tell({
          message: [t(texts.recorded), line.subject?.name, t(line.title)].filter(Boolean).join(' · '),
          ...(task && {
            undo: async () => {
              if (outcome) await ask(undoOutcome, { taskId: task.id, outcomeId: outcome.id });
              acted.bringBack(line.key);
              outdate(readToday, listTasks);
            },
          }),
        });
      } catch (error) {
        acted.bringBack(line.key);
        tell({ message: error instanceof Error ? error.message : String(error), failed: true });
      } finally {
        under.current.delete(line.key);
      }
      outdate(readToday, listTasks);
    },
    [acted.begin, acted.bringBack, outdate, post, t, tell],
  );

  const { begin: leave, bringBack, leaving } = acted;
  const isGone = (key: string) => acted.isGone(key) || waiting.has(waitsAs(key));
  return { ...answer, act, leave, bringBack, leaving, isGone };
}

/** By which a line's outcome that waits on this device is known again. */
function waitsAs(key: string): string {
  return `line ${key}`;
}

type TodayAsked = Asked<typeof readToday>;

function useActedLines() {
  const [states, setStates] = useState<ReadonlyMap<string, 'leaving' | 'gone'>>(new Map());
  const change = useCallback(
    (key: string, state: 'leaving' | 'gone' | undefined) =>
      setStates((before) => {
        const after = new Map(before);
        if (state) after.set(key, state);
        else after.delete(key);
        return after;
      }),
    [],
  );
  const begin = useCallback(
    (key: string) => {
      change(key, 'leaving');
      setTimeout(() => setStates((now) => (now.has(key) ? new Map(now).set(key, 'gone') : now)), closesUpAfter);
    },
    [change],
  );
  const bringBack = useCallback((key: string) => change(key, undefined), [change]);
  return {
    begin,
    bringBack,
    leaving: (key: string) => states.get(key) === 'leaving',
    isGone: (key: string) => states.get(key) === 'gone',
  };
}

/** What a tap on an outcome leads to: done at once, or asked for first. */
export function actOf(
  { outcome }: Acting,
  now: Date,
  t: (words: { zh: string; en: string }) => string,
): Act | undefined {
  if (outcome.effect === 'RECORD' || outcome.effect === 'OPEN' || needsAsking(outcome)) return undefined;
  return {
    effect: outcome.effect,
    choice: outcome.id,
    ...(outcome.reason && { reason: t(outcome.reason) }),
    ...(outcome.days !== undefined && { until: addDays(dayOf(now), outcome.days) }),
  };
}
