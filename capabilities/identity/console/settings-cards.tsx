import { LinkCard, useText } from '@yilu/platform/web';
import { auditPage, keysPage, rolesPage, staffPage } from './index.ts';
import { control, people } from './text.ts';

// What of identity is to be found on the first page of settings.

export function StaffCard() {
  const t = useText();
  return <LinkCard to={staffPage.path} title={t(people.title)} note={t(people.titleNote)} />;
}

export function RolesCard() {
  const t = useText();
  return <LinkCard to={rolesPage.path} title={t(control.roles)} note={t(control.rolesNote)} />;
}

export function KeysCard() {
  const t = useText();
  return <LinkCard to={keysPage.path} title={t(control.keys)} note={t(control.keysNote)} />;
}

export function AuditCard() {
  const t = useText();
  return <LinkCard to={auditPage.path} title={t(control.audit)} note={t(control.auditNote)} />;
}
