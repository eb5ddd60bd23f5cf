import type { Language } from '@yilu/platform/contract';
import { type ThemeChoice, useAsk, useLanguage, useText, useTheme } from '@yilu/platform/web';
import { Segmented } from 'antd';
import { changePreferences } from '../contract/index.ts';

/** Here and not among the texts of the pages: the shell draws these two before any of them is opened. */
export const preferenceTexts = {
  language: { zh: '语言', en: 'Language' },
  theme: { zh: '外观', en: 'Appearance' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
  system: { zh: '跟随系统', en: 'System' },
};

interface ChoiceProps {
  readonly size?: 'small';
}

/** Light, dark or as the device has it; kept with the account. */
export function ThemeSwitch(props: ChoiceProps) {
  const t = useText();
  const { choice, chooseTheme } = useTheme();
  const preferring = useAsk(changePreferences);
  return (
    <Segmented<ThemeChoice>
      {...props}
      aria-label={t(preferenceTexts.theme)}
      value={choice}
      options={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(preferenceTexts[value]) }))}
      onChange={(theme) => {
        chooseTheme(theme);
        preferring.mutate({ theme });
      }}
    />
  );
}

/** Each by its own name, so that whoever cannot read the other finds it; kept with the account. */
export function LanguageSwitch(props: ChoiceProps) {
  const t = useText();
  const { language, choose } = useLanguage();
  const preferring = useAsk(changePreferences);
  return (
    <Segmented<Language>
      {...props}
      aria-label={t(preferenceTexts.language)}
      value={language}
      options={[
        { value: 'zh', label: '中文' },
        { value: 'en', label: 'English' },
      ]}
      onChange={(next) => {
        choose(next);
        preferring.mutate({ language: next });
      }}
    />
  );
}
