import { type TableLayout, useAsk } from '@yilu/platform/web';
import { useMemo, useState } from 'react';
import { type BookSettings, changeBookSettings, readBookSettings, type SavedView } from '../contract/index.ts';
import { arrangementOf, layoutOf } from './book-columns.tsx';

/** The columns of the open view, or one's own; what is moved or widened is kept for oneself at once. */
export function useArrangement(view: SavedView | undefined, settings: BookSettings) {
  const [moved, move] = useState<{ readonly viewId: string | undefined; readonly layout: TableLayout } | undefined>();
  const keep = useAsk(changeBookSettings, { invalidates: [readBookSettings] });
  const kept = view?.definition.columns ?? settings.columns;
  const layout = useMemo(
    () => (moved && moved.viewId === view?.id ? moved.layout : layoutOf(kept)),
    [moved, view?.id, kept],
  );
  const arrange = (next: TableLayout) => {
    move({ viewId: view?.id, layout: next });
    if (!view?.definition.columns) keep.mutate({ ...settings, columns: arrangementOf(next) });
  };
  return [layout, arrange] as const;
}
