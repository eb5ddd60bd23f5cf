import { createContext, type ReactNode, use, useMemo } from 'react';
import type { AuditWords } from '../../contract/index.ts';

type AllWords = Required<AuditWords>;

const nothing: AllWords = { actions: {}, fields: {}, codes: {}, listed: {} };
const Words = createContext<() => Promise<AllWords>>(() => Promise.resolve(nothing));

interface AuditWordsProviderProps {
  /** Of each capability, fetched when somebody reads the audit. */
  readonly words: readonly (() => Promise<AuditWords>)[];
  readonly children: ReactNode;
}

export function AuditWordsProvider({ words, children }: AuditWordsProviderProps) {
  const all = useMemo(() => {
    let asked: Promise<AllWords> | undefined;
    return () => {
      asked ??= Promise.all(words.map((load) => load())).then(inOne);
      return asked;
    };
  }, [words]);
  return <Words value={all}>{children}</Words>;
}

/** The words of all capabilities; waits for them as for a page's code. */
export function useAuditWords(): AllWords {
  return use(use(Words)());
}

/** The words of several capabilities as if they were one's. */
export function inOne(words: readonly AuditWords[]): AllWords {
  return words.reduce<AllWords>(
    (all, { actions, fields, codes, listed }) => ({
      actions: { ...all.actions, ...actions },
      fields: { ...all.fields, ...fields },
      codes: { ...all.codes, ...codes },
      listed: { ...all.listed, ...listed },
    }),
    nothing,
  );
}
