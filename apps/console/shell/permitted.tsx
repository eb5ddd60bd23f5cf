import { type ConsolePage, NoPermission, useMay, useText, useViewer } from '@yilu/platform/web';
import { type ReactNode, useLayoutEffect } from 'react';
import { lockedWhy, texts } from './texts.ts';

/** The page, or what would open it. The server decides again with every question. */
export function Permitted({ page, children }: { readonly page: ConsolePage; readonly children: ReactNode }) {
  const t = useText();
  const may = useMay();
  const viewer = useViewer();
  // Before the page's own head, which knows more: the name of a person instead of 客户.
  useLayoutEffect(() => {
    document.title = `${t(page.title)} · ${t(texts.name)}`;
  }, [t, page]);
  if (!page.permission || may(page.permission)) return children;
  if (viewer.permissions.size === 0)
    return <NoPermission title={t(texts.nothingYet)}>{t(texts.nothingYetWhy)}</NoPermission>;
  return <NoPermission title={t(texts.locked)}>{t(lockedWhy(page.permission.title))}</NoPermission>;
}
