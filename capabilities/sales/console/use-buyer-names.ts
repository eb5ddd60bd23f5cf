import { useText } from '@yilu/platform/web';
import { useCallback } from 'react';
import { texts } from './text.ts';

/** Who bought; a buyer beyond one's reach is told as such. */
export function useBuyerNames(): (buyers: readonly { readonly name?: string | undefined }[]) => string {
  const t = useText();
  return useCallback(
    (buyers) => buyers.map(({ name }) => name ?? t(texts.beyondReach)).join(t({ zh: '、', en: ', ' })),
    [t],
  );
}
