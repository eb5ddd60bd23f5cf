import { ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import { type ReactNode, useEffect, useLayoutEffect, useMemo } from 'react';
import type { Language } from '../../contract/index.ts';
import { SpokenLanguage, useChosenLanguage } from '../text/language.ts';
import { antdTheme } from './antd-theme.ts';
import { antdTokens } from './antd-tokens.ts';
import { useTheme } from './brightness.ts';
import { type Brightness, tokens } from './tokens.ts';
import './tokens.css';
import './base.css';
import './font.css';
import './print.css';
import './print-fields.css';

/** Around every face: the look, its language and its brightness. */
export function Theme({ children }: { readonly children: ReactNode }) {
  const language = useChosenLanguage();
  const { brightness } = useTheme();
  const theme = useMemo(() => themeOf(brightness, language), [brightness, language]);

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
      theme={theme}
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

/** In `npm run dev` antd writes its styles as it goes; a build has them in a sheet, and parts reckon with a few values only. */
function themeOf(brightness: Brightness, language: Language): ThemeConfig {
  const still = { motion: !prefersStillness() };
  if (import.meta.env.DEV) {
    const theme = antdTheme(brightness, language);
    return { ...theme, token: { ...theme.token, ...still } };
  }
  return { token: { ...antdTokens[brightness], ...still }, hashed: false, zeroRuntime: true };
}

function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
