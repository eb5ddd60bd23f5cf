import {
  ErrorState,
  LoadingState,
  PageBody,
  PageHeader,
  PanelSection,
  useAnswer,
  useGo,
  useText,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { readMe } from '../contract/index.ts';
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx';
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
  return (
    <PanelSection title={t(own.appearance)}>
      <div className="yl-id-pair">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </PanelSection>
  );
}
