import type { Period } from '../contract/index.ts';

/** 540 = 09:00, 1,440 = 24:00. */
export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export function clockRange({ from, to }: Period): string {
  return `${clockOf(from)}–${clockOf(to)}`;
}

/** Minutes of 9:00, 09:00, 24:00; undefined when it is no time of the day. */
export function minutesOf(clock: string): number | undefined {
  const match = clock
    .trim()
    .replace('：', ':')
    .match(/^(\d{1,2}):?(\d{2})$/);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return minutes >= 0 && minutes <= 1_440 && Number(match?.[2]) < 60 ? minutes : undefined;
}
