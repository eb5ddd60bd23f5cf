import { DesignTokenContext } from 'antd/es/theme/context.js';
import { use } from 'react';

// What antd's parts call to write their styles into the page, for a page that has them already (antd-plugin.ts).

const names = ['', 'yl-antd'] as const;
const variables = { prefix: 'ant', key: 'yl-antd' };

/** In place of antd/es/theme/useToken.js: the values that parts reckon with; the theme gives them (platform/web/theme). */
export function useToken() {
  const { token } = use(DesignTokenContext);
  return [undefined, token, '', token, variables, true] as const;
}

/** In place of antd/es/theme/util/useResetIconStyle.js. */
export function useNoStyle(): void {}

// In place of antd/es/theme/util/genStyleUtils.js:

export const genStyleHooks = () => () => names;
export const genSubStyleComponent = () => () => null;
export const genComponentStyleHook = () => () => '';

/** Variables that parts set on their elements themselves: how they are called, and how they are read. */
export function genCssVar(prefix: string, part: string) {
  const called = (name: string) => `--${prefix.replaceAll('.', '')}-${part}-${name}`;
  const read = (name: string, otherwise?: string) => `var(${called(name)}${otherwise ? `, ${otherwise}` : ''})`;
  return [called, read] as const;
}
