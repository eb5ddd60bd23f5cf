import { FormRow, useText } from '@yilu/platform/web';
import { NodeSelect } from '@yilu/settings/console/node-select';
import { Checkbox } from 'antd';
import type { GivenGrant } from '../contract/index.ts';
import { RoleSelect, type Roles } from './role-select.tsx';
import { people } from './text.ts';

export interface GrantDraft {
  readonly roleId?: string | undefined;
  readonly nodeId?: string | undefined;
  readonly ownOnly: boolean;
}

/** The grant when it is complete. */
export function grantOf({ roleId, nodeId, ownOnly }: GrantDraft): GivenGrant | undefined {
  return roleId && nodeId ? { roleId, nodeId, ownOnly } : undefined;
}

interface GrantFieldsProps {
  readonly draft: GrantDraft;
  readonly onChange: (draft: GrantDraft) => void;
  readonly roles: Roles;
}

/** Role, node, and whether only the own portfolio; the role proposes the last. */
export function GrantFields({ draft, onChange, roles }: GrantFieldsProps) {
  const t = useText();
  const role = draft.roleId === undefined ? undefined : roles.roleOf(draft.roleId);
  return (
    <>
      <FormRow label={t(people.role)} hint={role && t(role.about)}>
        <RoleSelect
          roles={roles}
          value={draft.roleId}
          onChange={(roleId) =>
            onChange({ ...draft, roleId, ownOnly: (roleId && roles.roleOf(roleId)?.suggestsOwn) || false })
          }
        />
      </FormRow>
      <FormRow label={t(people.node)}>
        <NodeSelect value={draft.nodeId} onChange={(nodeId) => onChange({ ...draft, nodeId })} />
      </FormRow>
      <Checkbox checked={draft.ownOnly} onChange={(event) => onChange({ ...draft, ownOnly: event.target.checked })}>
        {t(people.ownOnly)}
      </Checkbox>
    </>
  );
}
