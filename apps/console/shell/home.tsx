import { EmptyState, useGo, useText } from '@yilu/platform/web';
import { useEffect } from 'react';
import { texts } from './texts.ts';
import { useNavigation } from './use-navigation.ts';

/** The address without a path: the first page that is open to the viewer, Today for nearly everybody. */
export function Home() {
  const t = useText();
  const go = useGo();
  const first = useNavigation()[0]?.to;
  useEffect(() => {
    if (first) go(first, { replace: true });
  }, [first, go]);
  return first ? null : <EmptyState title={t(texts.nothingYet)}>{t(texts.nothingYetWhy)}</EmptyState>;
}
