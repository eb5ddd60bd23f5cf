import type { Plugin } from 'vite';
import { themeSheet } from '../../../platform/web/theme/tokens.ts';

/** The variables of the look are in the page's sheet: nothing has to write them, and the page's policy lets nothing do it. */
export function tokenSheet(): Plugin {
  return {
    name: 'yilu:tokens',
    load: { filter: { id: /\/platform\/web\/theme\/tokens\.css$/ }, handler: () => themeSheet() },
  };
}
