import { type ConsolePage, NoPermission, useMay, useText } from '@yilu/platform/web';
import { type ReactNode, useLayoutEffect } from 'react';
import { texts } from './texts.ts';

/** The page, or what would open it. The server decides again with every question. */
export function Permitted({ page, children }: { readonly page: ConsolePage; readonly children: ReactNode }) {
  const t = useText();
  const may = useMay();
  // Before the page's own head, which knows more: the name of a person instead of 客户.
  useLayoutEffect(() => {
    document.title = `${t(page.title)} · ${t(texts.name)}`;
  }, [t, page]);
  if (!page.permission || may(page.permission)) return children;
  return (
    <NoPermission title={t(texts.locked)}>
      {t(texts.lockedWhy)} {t(page.permission.title)}
    </NoPermission>
  );
}
