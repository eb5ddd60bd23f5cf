import { LanguageSwitch, preferenceTexts, ThemeSwitch } from '@yilu/identity/console/preferences';
import { Keys, Link, useMay, useText } from '@yilu/platform/web';
import { SignOut } from './sign-out.tsx';
import { texts } from './texts.ts';
import { pagesIn } from './use-navigation.ts';
import './account-menu.css';

/** One's own pages, appearance, language, the keys, signing out. */
export function AccountMenu({ onDone }: { readonly onDone: () => void }) {
  const t = useText();
  const may = useMay();
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
        {t(preferenceTexts.theme)}
        <ThemeSwitch size="small" />
      </div>
      <div className="yl-account-row">
        {t(preferenceTexts.language)}
        <LanguageSwitch size="small" />
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
