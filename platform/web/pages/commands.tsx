import type { LucideIcon } from 'lucide-react';
import { createContext, type ReactNode, use } from 'react';
import type { Permission, Sentence } from '../../contract/index.ts';

/** Something that can be done from the command menu. */
export interface Command {
  readonly title: Sentence;
  /** Pinyin and other words by which it is found: `dengji laidian`. */
  readonly words: string;
  readonly icon: LucideIcon;
  readonly permission?: Permission;
  /** Where it leads. */
  readonly to: string;
  /** One letter that does the same anywhere while nobody types, shown beside it. */
  readonly key?: string;
  /** The middle of the phone's tab bar: the act that is needed standing up. One in the whole console. */
  readonly onPhone?: boolean;
}

export interface Hit {
  readonly id: string;
  readonly title: string;
  /** Room, project, masked telephone: what tells two hits apart. */
  readonly note?: string | undefined;
  readonly to: string;
}

/** A source of things that are found by name, pinyin, initials, telephone or room. */
export interface SearchSource {
  readonly title: Sentence;
  readonly icon: LucideIcon;
  readonly order: number;
  readonly permission?: Permission;
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly Hit[]>;
}

export interface Offered {
  readonly commands: readonly Command[];
  readonly searches: readonly SearchSource[];
  /** Opens the command menu; absent where there is none. */
  readonly openMenu?: () => void;
}
const Offer = createContext<Offered>({ commands: [], searches: [] });

export function CommandsProvider({ offered, children }: { readonly offered: Offered; readonly children: ReactNode }) {
  return <Offer value={offered}>{children}</Offer>;
}

export function useOffered(): Offered {
  return use(Offer);
}
