import { EmptyState, PanelSlot, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { emptyBook } from './slots.ts';
import { texts } from './text.ts';

/** A book without anybody: where customers come from, or the way out of a filter that fits nobody. */
export function Nobody({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  const t = useText();
  if (!isFiltered)
    return (
      <EmptyState title={t(texts.emptyBook)} action={<PanelSlot slot={emptyBook} meanwhile={null} />}>
        {t(texts.emptyBookWhy)}
      </EmptyState>
    );
  return (
    <EmptyState title={t(texts.nobody)} action={<Button onClick={onClear}>{t(texts.clearFilter)}</Button>}>
      {t(texts.nobodyWhy)}
    </EmptyState>
  );
}
