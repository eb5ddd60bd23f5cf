import { consolePage, type Panel } from '@yilu/platform/web';
import { settingsCards } from '@yilu/settings/console';
import { BadgeCheck, CircleUser, KeyRound, ScrollText, Smartphone, UserCog } from 'lucide-react';
import { makeDemoEstate, manageKeys, manageRoles, seeAudit, seeStaff } from '../contract/index.ts';
import { phone } from './phone-text.ts';
import { control, door, own, people } from './text.ts';

export { type Leaving, leavingSteps } from './slots.ts';

export const signInPage = consolePage({
  path: '/sign-in',
  title: door.signIn,
  frame: 'public',
  load: () => import('./sign-in-page.tsx').then((module) => module.SignInPage),
});

export const setUpPage = consolePage({
  path: '/set-up',
  title: door.setUpTitle,
  frame: 'public',
  load: () => import('./set-up-page.tsx').then((module) => module.SetUpPage),
});

export const passwordPage = consolePage({
  path: '/me/password',
  title: door.changeTitle,
  frame: 'bare',
  load: () => import('./password-page.tsx').then((module) => module.PasswordPage),
});

export const welcomePage = consolePage({
  path: '/welcome',
  title: door.welcomeTitle,
  permission: makeDemoEstate,
  frame: 'bare',
  load: () => import('./welcome-page.tsx').then((module) => module.WelcomePage),
});

export const accountPage = consolePage({
  path: '/me',
  title: own.title,
  nav: { section: 'me', icon: CircleUser, order: 10 },
  words: 'wodezhanghu wdzh mima shebei',
  load: () => import('./account-page.tsx').then((module) => module.AccountPage),
});

export const staffPage = consolePage({
  path: '/staff',
  title: people.title,
  permission: seeStaff,
  nav: { section: 'settings', icon: UserCog, order: 20 },
  words: 'yuangong yg quanxian qx',
  load: () => import('./staff-page.tsx').then((module) => module.StaffPage),
});

export const memberPage = consolePage({
  path: '/staff/:staffId',
  title: people.title,
  permission: seeStaff,
  load: () => import('./member-page.tsx').then((module) => module.MemberPage),
});

export const rolesPage = consolePage({
  path: '/roles',
  title: control.roles,
  permission: manageRoles,
  nav: { section: 'settings', icon: BadgeCheck, order: 21 },
  words: 'juese js quanxian qx',
  load: () => import('./roles-page.tsx').then((module) => module.RolesPage),
});

export const keysPage = consolePage({
  path: '/api-keys',
  title: control.keys,
  permission: manageKeys,
  nav: { section: 'settings', icon: KeyRound, order: 80 },
  words: 'jiekoumiyao jkmy api',
  load: () => import('./keys-page.tsx').then((module) => module.KeysPage),
});

export const auditPage = consolePage({
  path: '/audit',
  title: control.audit,
  permission: seeAudit,
  nav: { section: 'settings', icon: ScrollText, order: 90 },
  words: 'caozuorizhi czrz rizhi shenji',
  load: () => import('./audit-page.tsx').then((module) => module.AuditPage),
});

export const phonePage = consolePage({
  path: '/me/phone',
  title: phone.title,
  nav: { section: 'me', icon: Smartphone, order: 20 },
  words: 'zaishoujishangyong sjsy shouji erweima phone qr',
  load: () => import('./phone-page.tsx').then((module) => module.PhonePage),
});

export const pages = [
  signInPage,
  setUpPage,
  passwordPage,
  welcomePage,
  accountPage,
  phonePage,
  staffPage,
  memberPage,
  rolesPage,
  keysPage,
  auditPage,
];

export const panels: readonly Panel[] = [
  settingsCards.with({
    order: 20,
    permission: seeStaff,
    load: () => import('./settings-cards.tsx').then((module) => module.StaffCard),
  }),
  settingsCards.with({
    order: 21,
    permission: manageRoles,
    load: () => import('./settings-cards.tsx').then((module) => module.RolesCard),
  }),
  settingsCards.with({
    order: 80,
    permission: manageKeys,
    load: () => import('./settings-cards.tsx').then((module) => module.KeysCard),
  }),
  settingsCards.with({
    order: 90,
    permission: seeAudit,
    load: () => import('./settings-cards.tsx').then((module) => module.AuditCard),
  }),
];

export const auditWords = async () => (await import('./audit-words.ts')).auditWords;
