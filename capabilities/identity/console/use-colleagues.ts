import { useAnswer, useText } from '@yilu/platform/web';
import { useEffect, useMemo, useState } from 'react';
import { type ColleagueName, listColleagues, nameColleagues } from '../contract/index.ts';
import { choosing } from './colleague-text.ts';

/** How long the keys rest before their text is a question. */
const restMs = 180;
/** As many as one question may name. */
const mostNamed = 200;

interface Wanted {
  readonly text: string;
  /** Only those whose work reaches it. */
  readonly projectId?: string | undefined;
  readonly alsoLeft?: boolean | undefined;
  /** Asked for only while somebody looks. */
  readonly when: boolean;
}

/** Colleagues in reach by what is typed, asked of the server; none as long as the answer to the last key is not there. */
export function useFoundColleagues({ text, projectId, alsoLeft, when }: Wanted) {
  const q = useRested(text.trim());
  const answer = useAnswer(
    listColleagues,
    { ...(projectId && { projectId }), ...(alsoLeft && { alsoLeft: 'true' }), ...(q && { q }) },
    { when, fresh: 30_000 },
  );
  const isAnswered = q === text.trim();
  return {
    found: isAnswered ? answer.data : undefined,
    error: isAnswered && !answer.isFetching ? answer.error : null,
    again: answer.refetch,
  };
}

function useRested(text: string): string {
  const [rested, rest] = useState(text);
  useEffect(() => {
    // What was wiped away, as on closing, has nothing to wait for.
    const timer = setTimeout(() => rest(text), text === '' ? 0 : restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

/** What chosen colleagues are called, those who have left among them: words also while that is not known. */
export function useColleagueNames(ids: readonly string[]): (id: string) => string {
  const called = useColleagueWords();
  const t = useText();
  const distinct = useMemo(() => [...new Set(ids)].sort().slice(0, mostNamed), [ids]);
  const { data, error, isPlaceholderData } = useAnswer(
    nameColleagues,
    { ids: distinct.join(',') },
    { when: distinct.length > 0, fresh: 300_000, keep: true },
  );
  return useMemo(() => {
    const names = new Map((data ?? []).map((one) => [one.id, one]));
    const unknown = error ? choosing.notNamed : data && !isPlaceholderData ? choosing.elsewhere : choosing.coming;
    return (id) => {
      const one = names.get(id);
      return one ? called(one) : t(unknown);
    };
  }, [data, error, isPlaceholderData, called, t]);
}

/** 王芳; 王芳（已离职）. */
export function useColleagueWords(): (colleague: Pick<ColleagueName, 'name' | 'leftAt'>) => string {
  const t = useText();
  return useMemo(
    () =>
      ({ name, leftAt }) =>
        leftAt ? t({ zh: `${name}（已离职）`, en: `${name} (left)` }) : name,
    [t],
  );
}
