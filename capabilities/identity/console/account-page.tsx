import type { Language } from '@yilu/platform/contract';
import {
  ErrorState,
  LoadingState,
  PageBody,
  PageHeader,
  PanelSection,
  type ThemeChoice,
  useAnswer,
  useAsk,
  useGo,
  useLanguage,
  useText,
  useTheme,
} from '@yilu/platform/web';
import { Button, Segmented } from 'antd';
import { changePreferences, readMe } from '../contract/index.ts';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { door, own } from './text.ts';
import './identity.css';

/** One's own password, second factor, sessions, language and appearance. */
export function AccountPage() {
  const t = useText();
  const go = useGo();
  const { data: me, error, refetch } = useAnswer(readMe, {});
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!me) return <LoadingState shape="form" />;
  return (
    <>
      <PageHeader title={t(own.title)} note={`${me.name} · ${me.username ?? ''}`} />
      <PageBody>
        <div className="yl-id-measure">
          <PanelSection title={t(own.password)}>
            <Button onClick={() => go('/me/password')}>{t(door.changeTitle)}</Button>
          </PanelSection>
          <SecondFactorSection isOn={me.hasSecondFactor} />
          <SessionsSection />
          <Appearance />
        </div>
      </PageBody>
    </>
  );
}

function Appearance() {
  const t = useText();
  const { language, choose } = useLanguage();
  const { choice, chooseTheme } = useTheme();
  const preferring = useAsk(changePreferences);
  return (
    <PanelSection title={t(own.appearance)}>
      <div className="yl-id-pair">
        <Segmented<Language>
          aria-label={t(own.language)}
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
        <Segmented<ThemeChoice>
          aria-label={t(own.theme)}
          value={choice}
          options={[
            { value: 'light', label: t(own.light) },
            { value: 'dark', label: t(own.dark) },
            { value: 'system', label: t(own.system) },
          ]}
          onChange={(theme) => {
            chooseTheme(theme);
            preferring.mutate({ theme });
          }}
        />
      </div>
    </PanelSection>
  );
}
