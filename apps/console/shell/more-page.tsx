import { Link, PageBody, PageHeader, useText, useViewer } from '@yilu/platform/web';
import { AccountMenu } from './account-menu.tsx';
import { ProjectSwitcher } from './project-switcher.tsx';
import { useNavigation } from './use-navigation.ts';
import './more-page.css';

/** On a telephone: every section, the project, one's own account. */
export function MorePage() {
  const t = useText();
  const viewer = useViewer();
  const entries = useNavigation();
  return (
    <>
      <PageHeader title={viewer.name} note={viewer.note} actions={<ProjectSwitcher />} />
      <PageBody>
        <nav className="yl-more" aria-label={t({ zh: '全部页面', en: 'All pages' })}>
          {entries.flatMap((entry) =>
            entry.pages.map(({ title, to, icon: Icon }) => (
              <Link key={to} to={to} className="yl-more-line">
                <Icon size={22} aria-hidden="true" />
                {title}
              </Link>
            )),
          )}
        </nav>
        <div className="yl-more yl-more-account">
          <AccountMenu onDone={() => {}} />
        </div>
      </PageBody>
    </>
  );
}
