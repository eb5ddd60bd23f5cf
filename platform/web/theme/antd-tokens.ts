import type { ThemeConfig } from 'antd';
import type { Brightness } from './tokens.ts';

/** The few values that antd's parts reckon with. The build puts them in (apps/console/boot/antd-plugin.ts); nobody else asks. */
export const antdTokens: Readonly<Record<Brightness, NonNullable<ThemeConfig['token']>>> = { light: {}, dark: {} };
