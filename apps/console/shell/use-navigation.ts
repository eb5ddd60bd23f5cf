import { type ConsolePage, type Section, useMay, useText } from '@yilu/platform/web';
import type { LucideIcon } from 'lucide-react';
import { pages } from '../capabilities.ts';
import { sectionIcons, sections } from './texts.ts';

export interface NavigationEntry {
  readonly section: Section;
  readonly title: string;
  readonly icon: LucideIcon;
  readonly to: string;
  readonly useCount: (() => number | undefined) | undefined;
  readonly onPhone: boolean;
  /** The section's pages when there are several, the first included. */
  readonly pages: readonly NavigationPage[];
}

export interface NavigationPage {
  readonly title: string;
  readonly to: string;
  readonly icon: LucideIcon;
  /** Has a tab of its own on a telephone where there is room. */
  readonly onPhone: boolean;
  /** Addresses that stand under it besides its own. */
  readonly also: readonly string[];
}

const order = Object.keys(sections) as readonly Section[];

/** The sections that have a page open to the viewer, in the order of the work. One's own account is not among them. */
export function useNavigation(): readonly NavigationEntry[] {
  const t = useText();
  const may = useMay();
  return order
    .filter((section) => section !== 'me')
    .flatMap((section) => {
      const within = pagesIn(section, may);
      const first = within[0];
      if (!first?.nav) return [];
      const entry: NavigationEntry = {
        section,
        title: t(sections[section]),
        icon: sectionIcons[section],
        to: first.path,
        useCount: first.nav.useCount,
        onPhone: first.nav.onPhone ?? false,
        pages: within.map((page) => ({
          title: t(page.title),
          to: page.path,
          icon: page.nav.icon,
          onPhone: page.nav.onPhone ?? false,
          also: page.nav.also ?? [],
        })),
      };
      return [entry];
    });
}

/** Pages with an entry, open to the viewer, in their order. */
export function pagesIn(section: Section, may: ReturnType<typeof useMay>): readonly NavigatedPage[] {
  return pages
    .filter((page): page is NavigatedPage => page.nav?.section === section)
    .filter((page) => !page.permission || may(page.permission))
    .toSorted((one, other) => one.nav.order - other.nav.order);
}

export type NavigatedPage = ConsolePage & { readonly nav: NonNullable<ConsolePage['nav']> };
