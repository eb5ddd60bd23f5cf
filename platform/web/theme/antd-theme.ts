import { type ThemeConfig, theme } from 'antd';
import type { Language } from '../../contract/index.ts';
import { type Brightness, tokens } from './tokens.ts';

/** The look as antd takes it. `npm run dev` makes its style sheet from this as it goes, the build once and for all. */
export function antdTheme(brightness: Brightness, language: Language): ThemeConfig {
  const { antd, components } = tokens[brightness];
  return {
    algorithm: [brightness === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm, keepSeeds],
    token: { ...tokens.scale.antd, ...antd, fontFamily: antdFont[language] },
    components: components as NonNullable<ThemeConfig['components']>,
    hashed: false,
  };
}

const { fontFamily } = tokens.scale.antd;

export const antdFont: Readonly<Record<Language, string>> = { zh: fontFamily, en: `"YL English", ${fontFamily}` };

type Algorithm = Extract<ThemeConfig['algorithm'], (...given: never[]) => unknown>;

/** The dark algorithm dulls the seed colours; the designed ones stay. */
const keepSeeds: Algorithm = (seed, map) => ({
  ...(map ?? theme.defaultAlgorithm(seed)),
  colorPrimary: seed.colorPrimary,
  colorSuccess: seed.colorSuccess,
  colorWarning: seed.colorWarning,
  colorError: seed.colorError,
  colorInfo: seed.colorInfo,
  colorLink: seed.colorLink,
});
