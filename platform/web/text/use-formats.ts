import { useMemo, useSyncExternalStore } from 'react';
import { type Day, dayOf } from '../../contract/index.ts';
import { onClockSet, serverNow } from '../ask/signed-in.ts';
import * as formats from './formats.ts';
import { useLanguage } from './language.ts';

/** The present by the server's clock, renewed every minute; one clock for everything on the page. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, present, present);
}

const minute = 60_000;
const listeners = new Set<() => void>();
let now = serverNow();
let timer: ReturnType<typeof setInterval> | undefined;

/** Also right for the first who looks after the clock stood still. */
function present(): Date {
  if (timer === undefined && serverNow().getTime() - now.getTime() >= minute) now = serverNow();
  return now;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, minute);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  now = serverNow();
  for (const listener of listeners) listener();
}
onClockSet(tick);

/** Days, times, money and numbers as the pages write them, in the language of the moment. */
export function useFormats() {
  const { language } = useLanguage();
  const now = useNow();
  return useMemo(() => {
    const today = dayOf(now);
    return {
      now,
      today,
      /** 今天, 明天, 周一, 11 月 14 日. */
      day: (day: Day) => formats.dayWord(day, today, language),
      /** 11 月 14 日, never a word. */
      date: (day: Day) => formats.dateWord(day, today, language),
      weekday: (day: Day) => formats.weekdayWord(day, language),
      /** 11/25. */
      column: (day: Day) => formats.dayInColumn(day, today, language),
      /** 11/25; of another year only 2021 年. */
      margin: (day: Day) => formats.dayInMargin(day, today, language),
      clock: formats.clock,
      /** 今天 16:00. */
      instant: (at: Date) => formats.instantWord(at, now, language),
      /** 42 天前. */
      ago: (day: Day) => formats.daysAgo(day, today, language),
      duration: (minutes: number) => formats.duration(minutes, language),
      /** 晚了 14 小时, or undefined. */
      late: (due: Date) => formats.lateness(due, now, language),
      /** 今天 12:00 前. */
      due: (due: Date) => formats.dueWord(due, now, language),
      /** 948 万元. */
      money: (fen: number) => formats.moneyHeadline(fen, language),
      /** 2,184.00. */
      amount: formats.moneyInColumn,
      number: formats.wholeNumber,
      percent: formats.percent,
      phone: formats.phoneOnPage,
      size: formats.fileSize,
    };
  }, [language, now]);
}
