import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Permission, Sentence } from '../../contract/index.ts';

/** The sections of the navigation, by work and not by table; a section appears with its first page. */
export type Section =
  | 'today'
  | 'customers'
  | 'sales'
  | 'journeys'
  | 'handover'
  | 'service'
  | 'surveys'
  | 'community'
  | 'club'
  | 'insights'
  | 'settings'
  /** One's own account: under one's name, not in the list. */
  | 'me';

/** A page of the console as a value: the shell makes the route, the navigation entry and the code split from it. */
export interface ConsolePage<Path extends string = string> {
  /** `/customers/:personId`. */
  readonly path: Path;
  /** For the navigation, the browser's title and the command menu. */
  readonly title: Sentence;
  /** Absent = everybody who is signed in. Pages that one may not open are absent from every menu. */
  readonly permission?: Permission;
  /** Present = an entry in the navigation ; further pages of a section stand under its first. */
  readonly nav?: {
    readonly section: Section;
    readonly icon: LucideIcon;
    /** Smaller comes first within the section. */
    readonly order: number;
    /** Where else one is under this entry, as its pages have addresses of their own: `/rooms`. */
    readonly also?: readonly string[];
    /** A tab of the phone's tab bar; the first three are shown. */
    readonly onPhone?: boolean;
    /** A count beside the entry, such as today's open tasks; a hook. */
    readonly useCount?: () => number | undefined;
  };
  /** Pinyin and other words by which the command menu finds it: `kehu kh`. */
  readonly words?: string;
  /** `public` = shown without anybody signed in, without the shell around it; `bare` = signed in, no shell (print). */
  readonly frame?: 'shell' | 'bare' | 'public';
  /** Stays as it was left while one looks at another page, so that "back" shows it at once: a long list whose path is always the same. */
  readonly kept?: boolean;
  /** `() => import('./today-page.tsx').then((m) => m.TodayPage)`. */
  readonly load: () => Promise<ComponentType>;
}

export function consolePage<const Path extends string>(page: ConsolePage<Path>): ConsolePage<Path> {
  return page;
}

type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** The address of a page: `pathTo(customerPage, { personId })`. */
export function pathTo<Path extends string>(
  page: Pick<ConsolePage<Path>, 'path'>,
  params: Readonly<Record<NamesIn<Path>, string>>,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const path = page.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent((params as Record<string, string>)[name] ?? ''),
  );
  return path + queryText(query);
}

export function queryText(query: Readonly<Record<string, string | undefined>>): string {
  const text = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
  return text ? `?${text}` : '';
}
