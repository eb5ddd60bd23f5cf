import { type ConsolePage, NoPermission, useMay, useText } from '@yilu/platform/web';
import type { ReactNode } from 'react';
import { texts } from './texts.ts';

/** The page, or what would open it. The server decides again with every question. */
export function Permitted({ page, children }: { readonly page: ConsolePage; readonly children: ReactNode }) {
  const t = useText();
  const may = useMay();
  if (!page.permission || may(page.permission)) return children;
  return (
    <NoPermission title={t(texts.locked)}>
      {t(texts.lockedWhy)} {t(page.permission.title)}
    </NoPermission>
  );
}
