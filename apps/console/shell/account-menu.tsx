import { changePreferences } from '@yilu/identity/contract';
import type { Language } from '@yilu/platform/contract';
import { Keys, Link, type ThemeChoice, useAsk, useLanguage, useMay, useText, useTheme } from '@yilu/platform/web';
import { Segmented } from 'antd';
import { SignOut } from './sign-out.tsx';
import { texts } from './texts.ts';
import { pagesIn } from './use-navigation.ts';
import './account-menu.css';

/** One's own pages, appearance, language, the keys, signing out. */
export function AccountMenu({ onDone }: { readonly onDone: () => void }) {
  const t = useText();
  const may = useMay();
  const { language, choose } = useLanguage();
  const { choice, chooseTheme } = useTheme();
  const preferring = useAsk(changePreferences);
  return (
    <div className="yl-account">
      <ul>
        {pagesIn('me', may).map(({ path, title, nav: { icon: Icon } }) => (
          <li key={path}>
            <Link to={path} className="yl-nav-line" onClick={onDone}>
              <Icon size={16} aria-hidden="true" />
              {t(title)}
            </Link>
          </li>
        ))}
      </ul>
      <div className="yl-account-row">
        <span id="account-theme">{t(texts.theme)}</span>
        <Segmented<ThemeChoice>
          size="small"
          aria-labelledby="account-theme"
          value={choice}
          options={[
            { value: 'light', label: t(texts.light) },
            { value: 'dark', label: t(texts.dark) },
            { value: 'system', label: t(texts.system) },
          ]}
          onChange={(theme) => {
            chooseTheme(theme);
            preferring.mutate({ theme });
          }}
        />
      </div>
      <div className="yl-account-row">
        <span id="account-language">{t(texts.language)}</span>
        <Segmented<Language>
          size="small"
          aria-labelledby="account-language"
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
      </div>
      <KeyList />
      <SignOut />
    </div>
  );
}

function KeyList() {
  const t = useText();
  const keys = [
    { keys: 'mod+k', does: texts.palette },
    { keys: 'J K', does: texts.moveRows },
    { keys: 'Enter', does: texts.openRow },
    { keys: 'Space', does: texts.chooseRow },
    { keys: 'mod+z', does: texts.undo },
  ];
  return (
    <section className="yl-account-keys" aria-label={t(texts.keys)}>
      <dl>
        {keys.map((line) => (
          <div key={line.keys}>
            <dt>
              <Keys of={line.keys} />
            </dt>
            <dd>{t(line.does)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
