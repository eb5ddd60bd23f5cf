declare module 'virtual:antd-tokens' {
  import type { ThemeConfig } from 'antd';
  /** Made by the build (apps/console/boot/antd-plugin.ts); absent in `npm run dev`. */
  export const antdTokens: Readonly<Record<'light' | 'dark', NonNullable<ThemeConfig['token']>>>;
}
