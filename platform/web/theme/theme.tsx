import { theme as antdTheme, ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import { type ReactNode, useEffect, useLayoutEffect, useMemo } from 'react';
import type { Language } from '../../contract/index.ts';
import { SpokenLanguage, useChosenLanguage } from '../text/language.ts';
import { useTheme } from './brightness.ts';
import { type Brightness, themeSheet, tokens } from './tokens.ts';
import './base.css';
import './font.css';
import './print.css';

/** Around every face: the look, its language and its brightness. */
export function Theme({ children }: { readonly children: ReactNode }) {
  const language = useChosenLanguage();
  const { brightness } = useTheme();
  const config = useMemo(() => antdConfig(brightness, language), [brightness, language]);

  useLayoutEffect(insertSheet, []);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = brightness;
    const colour = document.querySelector<HTMLMetaElement>('meta[name="theme-color"]');
    if (colour) colour.content = tokens[brightness].antd.colorBgLayout;
  }, [brightness]);

  return (
    <ConfigProvider
      theme={config}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      tooltip={{ mouseEnterDelay: 0.3 }}
    >
      <SpokenLanguage value={language}>
        <div className="yl-app">{children}</div>
      </SpokenLanguage>
    </ConfigProvider>
  );
}

type Algorithm = Extract<ThemeConfig['algorithm'], (...given: never[]) => unknown>;

/** The dark algorithm dulls the seed colours; the designed ones stay. */
const keepSeeds: Algorithm = (seed, map) => ({
  ...(map ?? antdTheme.defaultAlgorithm(seed)),
  colorPrimary: seed.colorPrimary,
  colorSuccess: seed.colorSuccess,
  colorWarning: seed.colorWarning,
  colorError: seed.colorError,
  colorInfo: seed.colorInfo,
  colorLink: seed.colorLink,
});

function antdConfig(brightness: Brightness, language: Language): ThemeConfig {
  const { antd, components } = tokens[brightness];
  const { fontFamily } = tokens.scale.antd;
  return {
    algorithm: [brightness === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm, keepSeeds],
    token: {
      ...tokens.scale.antd,
      ...antd,
      fontFamily: language === 'en' ? `"YL English", ${fontFamily}` : fontFamily,
      motion: !prefersStillness(),
    },
    components: components as NonNullable<ThemeConfig['components']>,
    hashed: false,
  };
}

function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function insertSheet(): void {
  if (document.getElementById('yl-tokens')) return;
  const sheet = document.createElement('style');
  sheet.id = 'yl-tokens';
  sheet.textContent = themeSheet();
  document.head.prepend(sheet);
}
