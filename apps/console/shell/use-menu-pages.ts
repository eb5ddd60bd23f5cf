import { type MenuPage, useMay, useText } from '@yilu/platform/web';
import { pages } from '../capabilities.ts';

/** The pages of the navigation for the command menu. */
export function useMenuPages(): readonly MenuPage[] {
  const t = useText();
  const may = useMay();
  return pages.flatMap(({ nav, path, permission, title, words = '' }) => {
    if (!nav || path.includes(':') || (permission && !may(permission))) return [];
    return [{ title: t(title), words: `${words} ${title.zh} ${title.en}`, icon: nav.icon, to: path }];
  });
}
