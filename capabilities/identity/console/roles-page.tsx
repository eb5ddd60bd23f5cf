import {
  ErrorState,
  LoadingState,
  PageBody,
  PageHeader,
  useAnswer,
  useAsk,
  useIsPhone,
  useQueryState,
  useText,
  useToast,
} from '@yilu/platform/web';
import { capabilityName } from '@yilu/settings/console/capability-names';
import { Button, Checkbox, Popconfirm } from 'antd';
import { ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { editRole, listRoles, type PermissionLine, type Role, removeRole } from '../contract/index.ts';
import { RolePanel, type RoleWriting } from './role-panel.tsx';
import { Refused } from './sign-in-page.tsx';
import { control, holdersWords, keysWords, people } from './text.ts';
import './identity.css';

/** The matrix of roles and permissions, one role at a time. */
export function RolesPage() {
  const t = useText();
  const { data, error, refetch } = useAnswer(listRoles, {});
  const [roleId, setRoleId] = useQueryState('role', 'projectManager');
  const [writing, write] = useState<RoleWriting>();
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState shape="form" rows={8} />;
  const chosen = data.roles.find(({ id }) => id === roleId) ?? data.roles[0];
  return (
    <>
      <PageHeader
        title={t(control.roles)}
        note={t(control.rolesNote)}
        actions={
          <Button type="primary" onClick={() => write({})}>
            {t(control.addRole)}
          </Button>
        }
      />
      <PageBody>
        <div className="yl-roles">
          <RoleList roles={data.roles} chosenId={chosen?.id} onChoose={setRoleId} />
          {chosen && <RoleMatrix key={chosen.id} role={chosen} permissions={data.permissions} onWrite={write} />}
        </div>
      </PageBody>
      {writing && <RolePanel writing={writing} onClose={() => write(undefined)} onAdded={setRoleId} />}
    </>
  );
}

/** People and keys are counted apart: a key is nobody. */
function usesOf({ holders, keys }: Role) {
  return [...(holders > 0 ? [holdersWords(holders)] : []), ...(keys > 0 ? [keysWords(keys)] : [])];
}

interface RoleListProps {
  readonly roles: readonly Role[];
  readonly chosenId: string | undefined;
  readonly onChoose: (roleId: string) => void;
}

function RoleList({ roles, chosenId, onChoose }: RoleListProps) {
  const t = useText();
  const isPhone = useIsPhone();
  const [isOpen, setOpen] = useState(false);
  const shown = isPhone && !isOpen ? roles.filter(({ id }) => id === chosenId) : roles;
  return (
    <nav className="yl-roles-list" aria-label={t(control.roles)}>
      <ul>
        {shown.map((role) => (
          <li key={role.id}>
            <button
              type="button"
              className="yl-plain"
              {...(role.id === chosenId ? { 'aria-current': 'true' as const } : {})}
              {...(isPhone && role.id === chosenId ? { 'aria-expanded': isOpen } : {})}
              onClick={() => {
                onChoose(role.id);
                setOpen(!isOpen);
              }}
            >
              <span>{t(role.title)}</span>
              <span>{usesOf(role).map(t).join(' · ')}</span>
              {isPhone && role.id === chosenId && <ChevronsUpDown size={16} aria-hidden="true" />}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface RoleMatrixProps {
  readonly role: Role;
  readonly permissions: readonly PermissionLine[];
  readonly onWrite: (writing: RoleWriting) => void;
}

function RoleMatrix({ role, permissions, onWrite }: RoleMatrixProps) {
  const t = useText();
  const tell = useToast();
  const editing = useAsk(editRole, { invalidates: [listRoles] });
  const removing = useAsk(removeRole, {
    invalidates: [listRoles],
    onDone: () => tell({ message: `${t(control.roleRemoved)} ${t(role.title)}` }),
  });
  const isFixed = role.id === 'administrator';
  const refused = editing.error ?? removing.error;
  // Shown as ticked at once, and never disabled: a disabled box would let go of the focus at each tick.
  const held = (editing.isPending && editing.variables.permissions) || role.permissions;
  const set = (wanted: readonly string[]) =>
    !editing.isPending &&
    editing.mutate(
      { roleId: role.id, version: role.version, permissions: [...wanted] },
      { onSuccess: () => tell({ message: t(control.saved) }) },
    );
  const { added, removed } = role.changed;
  const isChanged = added.length + removed.length > 0;
  const shipped = [...role.permissions.filter((id) => !added.includes(id)), ...removed];
  const capabilities = [...new Set(permissions.map(({ capability }) => capability))];
  return (
    <section aria-label={t(role.title)}>
      <h2>
        {t(role.title)}
        <span className="yl-id-mark">{t(role.isShipped ? control.shipped : control.ownRole)}</span>
        <span className="yl-id-mark">{t(control[role.side])}</span>
        {isChanged && <span className="yl-id-mark">{t(control.changedRole)}</span>}
      </h2>
      <p className="yl-quiet">{isFixed ? t(control.allAlways) : t(role.about)}</p>
      {refused && <Refused message={refused.message} />}
      <div className="yl-id-acts">
        {isChanged && <Button onClick={() => set(shipped)}>{t(control.restore)}</Button>}
        {!role.isShipped && <Button onClick={() => onWrite({ role })}>{t(control.nameRole)}</Button>}
        <Button onClick={() => onWrite({ like: role })}>{t(control.copyRole)}</Button>
        {!role.isShipped && (
          <Popconfirm
            title={t(control.removeRoleSure)}
            okText={t(control.removeRole)}
            cancelText={t(people.cancel)}
            onConfirm={() => removing.mutate({ roleId: role.id })}
          >
            <Button loading={removing.isPending}>{t(control.removeRole)}</Button>
          </Popconfirm>
        )}
      </div>
      <div className="yl-roles-groups">
        {capabilities.map((capability) => (
          <div key={capability}>
            <h3>{t(capabilityName(capability))}</h3>
            {permissions
              .filter((permission) => permission.capability === capability)
              .map(({ id, title }) => (
                <Checkbox
                  key={id}
                  checked={held.includes(id)}
                  disabled={isFixed}
                  onChange={(event) =>
                    set(event.target.checked ? [...role.permissions, id] : role.permissions.filter((one) => one !== id))
                  }
                >
                  {t(title)}
                </Checkbox>
              ))}
          </div>
        ))}
      </div>
    </section>
  );
}
