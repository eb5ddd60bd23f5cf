import { type Asked, addDays, dayOf } from '@yilu/platform/contract';
import {
  ask,
  useAnswer,
  useFormats,
  useOutdate,
  usePostOrKeep,
  useText,
  useToast,
  useWaiting,
  useWritten,
} from '@yilu/platform/web';
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
  const written = useWritten();
  const tell = useToast();
  const t = useText();
  const under = useRef(new Set<string>());
  useEachDay();

  const act = useCallback(
    async (line: TodayLine, how: Act): Promise<boolean> => {
      // A second tap before the line has gone is not a second act.
      if (under.current.has(line.key)) return false;
      under.current.add(line.key);
      acted.begin(line);
      try {
        const note = { title: line.title, about: line.subject?.name, subjectId: waitsAs(line.key) };
        const posted = line.taskId
          ? await post(actOnTask, { taskId: line.taskId, version: line.version ?? 1, ...how }, note)
          : await post(actOnLine, { key: line.key, of: line.assignee.id, ...how }, note);
        if (posted.state === 'waiting') {
          acted.bringBack(line);
          tell({ message: t(texts.keptHere) });
          return true;
        }
        // What went with others that waited brings no answer back, so nothing to undo it by.
        const task = posted.answer;
        const outcome = task?.outcomes.at(-1);
        tell({
          message: [t(texts.recorded), line.subject?.name, t(line.title)].filter(Boolean).join(' · '),
          ...(task && {
            undo: async () => {
              if (outcome) await ask(undoOutcome, { taskId: task.id, outcomeId: outcome.id });
              acted.bringBack(line);
              written(readToday, listTasks);
            },
          }),
        });
      } catch (error) {
        acted.bringBack(line);
        tell({ message: error instanceof Error ? error.message : String(error), failed: true });
        written(readToday, listTasks);
        return false;
      } finally {
        under.current.delete(line.key);
      }
      written(readToday, listTasks);
      return true;
    },
    [acted.begin, acted.bringBack, written, post, t, tell],
  );

  const { begin: leave, bringBack, leaving } = acted;
  const isGone = (line: TodayLine) => acted.isGone(line) || waiting.has(waitsAs(line.key));
  return { ...answer, act, leave, bringBack, leaving, isGone };
}

/** A page that stands open overnight shows the new day, and looking at it is a visit of that day. */
function useEachDay() {
  const outdate = useOutdate();
  const { today } = useFormats();
  const shown = useRef(today);
  useEffect(() => {
    void ask(markTodaySeen, {}).catch(() => undefined);
    if (shown.current !== today) outdate(readToday, listTasks);
    shown.current = today;
  }, [today, outdate]);
}

/** By which a line's outcome that waits on this device is known again. */
function waitsAs(key: string): string {
  return `line ${key}`;
}

type TodayAsked = Asked<typeof readToday>;

/** Which lines were just acted on. A task that comes back, postponed to a later day or handed back, is another edition of its line. */
function useActedLines() {
  const [states, setStates] = useState<ReadonlyMap<string, 'leaving' | 'gone'>>(new Map());
  const change = useCallback(
    (line: TodayLine, state: 'leaving' | undefined) =>
      setStates((before) => {
        const after = new Map(before);
        if (state) after.set(editionOf(line), state);
        else after.delete(editionOf(line));
        return after;
      }),
    [],
  );
  const begin = useCallback(
    (line: TodayLine) => {
      const edition = editionOf(line);
      change(line, 'leaving');
      setTimeout(() => setStates((now) => (now.has(edition) ? new Map(now).set(edition, 'gone') : now)), closesUpAfter);
    },
    [change],
  );
  const bringBack = useCallback((line: TodayLine) => change(line, undefined), [change]);
  return {
    begin,
    bringBack,
    leaving: (line: TodayLine) => states.get(editionOf(line)) === 'leaving',
    isGone: (line: TodayLine) => states.get(editionOf(line)) === 'gone',
  };
}

function editionOf({ key, version }: TodayLine): string {
  return version === undefined ? key : `${key}@${version}`;
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
