import { FormRow, SidePanel, useAsk, useText } from '@yilu/platform/web';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { addStaff, listStaff } from '../contract/index.ts';
import { type GrantDraft, GrantFields, grantOf } from './grant-fields.tsx';
import type { Roles } from './role-select.tsx';
import { ShownOnce } from './shown-once.tsx';
import { Refused } from './sign-in-page.tsx';
import { door, people } from './text.ts';

const noGrant: GrantDraft = { ownOnly: false };

interface AddStaffPanelProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly roles: Roles;
}

/** Name, username, first role; then the temporary password, once. */
export function AddStaffPanel({ open, onClose, roles }: AddStaffPanelProps) {
  const t = useText();
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const [grant, setGrant] = useState(noGrant);
  const adding = useAsk(addStaff, { invalidates: [listStaff], onDone: onClose });
  const fields = adding.error?.fields ?? {};
  const given = grantOf(grant);
  const add = () => adding.mutate({ name, username, grants: given ? [given] : [] });
  const forget = () => {
    adding.reset();
    setName('');
    setUsername('');
    setGrant(noGrant);
  };
  return (
    <>
      <SidePanel
        open={open}
        title={t(people.add)}
        onClose={onClose}
        foot={
          <Button
            type="primary"
            loading={adding.isPending}
            disabled={name.trim() === '' || username.trim() === '' || !given}
            onClick={add}
          >
            {t(people.add)}
          </Button>
        }
      >
        <div className="yl-id-form">
          {adding.error && Object.keys(fields).length === 0 && <Refused message={adding.error.message} />}
          <FormRow label={t(people.name)} error={fields.name} required>
            <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
          </FormRow>
          <FormRow label={t(people.username)} hint={t(door.usernameHint)} error={fields.username} required>
            <Input autoCapitalize="none" value={username} onChange={(event) => setUsername(event.target.value)} />
          </FormRow>
          <GrantFields draft={grant} onChange={setGrant} roles={roles} />
        </div>
      </SidePanel>
      <ShownOnce
        title={`${t(people.passwordTitle)} · ${adding.data?.staff.name ?? ''}`}
        note={t(people.passwordNote)}
        secrets={adding.data && [adding.data.password]}
        onClose={forget}
      />
    </>
  );
}
