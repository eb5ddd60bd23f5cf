import { addDays, type Day, dayOf, daysBetween, type Language, weekdayOf } from '../../contract/index.ts';

const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function weekdayWord(day: Day, language: Language): string {
  return weekdays[language][weekdayOf(day) - 1] ?? '';
}

/** 今天, 明天, 周一 within a week ahead, else 11 月 14 日; the year only when it differs from today's. */
export function dayWord(day: Day, today: Day, language: Language): string {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return language === 'zh' ? '今天' : 'Today';
  if (ahead === 1) return language === 'zh' ? '明天' : 'Tomorrow';
  if (ahead === -1) return language === 'zh' ? '昨天' : 'Yesterday';
  if (ahead > 1 && ahead < 7) return weekdayWord(day, language);
  return dateWord(day, today, language);
}

/** 11 月 14 日, 2027 年 3 月 1 日; 14 Nov, 1 Mar 2027. */
export function dateWord(day: Day, today: Day, language: Language): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8, 10));
  const otherYear = day.slice(0, 4) !== today.slice(0, 4);
  if (language === 'en') return `${date} ${months[month - 1]}${otherYear ? ` ${year}` : ''}`;
  return `${otherYear ? `${year} 年 ` : ''}${month} 月 ${date} 日`;
}

/** In columns: 11/25, 2027/8/20; the near days stay words. */
export function dayInColumn(day: Day, today: Day, language: Language): string {
  const ahead = daysBetween(today, day);
  if (ahead >= -1 && ahead < 7) return dayWord(day, today, language);
  const short = `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${day.slice(0, 4)}/${short}`;
}

/** Beside the road of the day, where a time stands: 昨天, 11/19, and of another year only the year: 2021 年. */
export function dayInMargin(day: Day, today: Day, language: Language): string {
  const year = day.slice(0, 4);
  if (year === today.slice(0, 4) || daysBetween(day, today) === 1) return dayInColumn(day, today, language);
  return language === 'zh' ? `${year} 年` : year;
}

/** The clock in Shanghai, 09:05. */
export function clock(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
}

/** 今天 16:00; 11 月 14 日 15:20. */
export function instantWord(instant: Date, now: Date, language: Language): string {
  return `${dayWord(dayOf(instant), dayOf(now), language)} ${clock(instant)}`;
}

/** How long ago, in whole days of the calendar: 今天, 昨天 is 1 天前, 42 天前. */
export function daysAgo(day: Day, today: Day, language: Language): string {
  const days = daysBetween(day, today);
  if (days <= 0) return language === 'zh' ? '今天' : 'Today';
  return language === 'zh' ? `${days} 天前` : days === 1 ? '1 day ago' : `${days} days ago`;
}

/** A length of time in the largest fitting unit, rounded down: 45 分钟, 14 小时, 3 天. */
export function duration(minutes: number, language: Language): string {
  const zh = language === 'zh';
  if (minutes < 60) return count(Math.max(1, Math.floor(minutes)), zh ? ' 分钟' : ' minute', zh);
  if (minutes < 48 * 60) return count(Math.floor(minutes / 60), zh ? ' 小时' : ' hour', zh);
  return count(Math.floor(minutes / 1_440), zh ? ' 天' : ' day', zh);
}

/** 晚了 14 小时, from a day on in days of the calendar as reasons count them; undefined while it is not yet late. */
export function lateness(due: Date, now: Date, language: Language): string | undefined {
  const minutes = (now.getTime() - due.getTime()) / 60_000;
  if (minutes <= 0) return undefined;
  if (minutes >= 1_440) {
    // Due at 24:00 is due on the day that ends then.
    const days = daysBetween(dayOf(new Date(due.getTime() - 1)), dayOf(now));
    return language === 'zh' ? `晚了 ${days} 天` : `${days} ${days === 1 ? 'day' : 'days'} late`;
  }
  return language === 'zh' ? `晚了 ${duration(minutes, 'zh')}` : `${duration(minutes, 'en')} late`;
}

/** Before its time: 今天 12:00 前, 明天 12:00 前. */
export function dueWord(due: Date, now: Date, language: Language): string {
  const day = dayWord(dayOf(due), dayOf(now), language);
  // A due time at midnight means the whole day before it.
  if (clock(due) === '00:00') return dayWord(addDays(dayOf(due), -1), dayOf(now), language);
  return language === 'zh' ? `${day} ${clock(due)} 前` : `${day} by ${clock(due)}`;
}

/** Headline money: 万元 from 10,000 yuan, 亿元 from a hundred million; below it, full yuan. */
export function moneyHeadline(fen: number, language: Language): string {
  const yuan = fen / 100;
  if (language === 'en')
    return `CNY ${trim(yuan >= 1_000_000 ? yuan / 1_000_000 : yuan, 2)}${yuan >= 1_000_000 ? 'M' : ''}`;
  if (Math.abs(yuan) >= 100_000_000) return `${trim(yuan / 100_000_000, 2)} 亿元`;
  if (Math.abs(yuan) >= 10_000) return `${trim(yuan / 10_000, 1)} 万元`;
  return `${trim(yuan, 2)} 元`;
}

/** Money in tables: full yuan with two decimals, 2,184.00. */
export function moneyInColumn(fen: number): string {
  return grouped((fen / 100).toFixed(2));
}

/** 12,345. */
export function wholeNumber(value: number): string {
  return grouped(value.toFixed(0));
}

/** A share 0–1 as 86% or, with one digit, 91.8%. */
export function percent(share: number, digits = 0): string {
  return `${(share * 100).toFixed(digits)}%`;
}

/** Masked telephones read 138••••5678 on a page. */
export function phoneOnPage(masked: string): string {
  return masked.replaceAll('*', '•');
}

/** 41,250 bytes read 41 KB; 1.8 MB. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function count(amount: number, unit: string, zh: boolean): string {
  return zh || amount === 1 ? `${amount}${unit}` : `${amount}${unit}s`;
}

function trim(value: number, digits: number): string {
  return grouped(digits > 0 ? value.toFixed(digits).replace(/\.?0+$/, '') : value.toFixed(0));
}

/** By hand: the first use of the browser's own number format costs a page some 20 ms. */
function grouped(number: string): string {
  return number.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}
