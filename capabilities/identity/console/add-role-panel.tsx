import { FormRow, SidePanel, useAsk, useText } from '@yilu/platform/web';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { addRole, listRoles, type Side } from '../contract/index.ts';
import { RoleSelect, useRoles } from './role-select.tsx';
import { Refused } from './sign-in-page.tsx';
import { control } from './text.ts';

interface AddRolePanelProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onAdded: (roleId: string) => void;
}

/** A role of the company's own, from nothing or like another. */
export function AddRolePanel({ open, onClose, onAdded }: AddRolePanelProps) {
  const t = useText();
  const roles = useRoles();
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [side, setSide] = useState<Side>('property');
  const [likeRoleId, setLike] = useState<string>();
  const adding = useAsk(addRole, {
    invalidates: [listRoles],
    onDone: ({ id }) => {
      setZh('');
      setEn('');
      onAdded(id);
      onClose();
    },
  });
  const fields = adding.error?.fields ?? {};
  return (
    <SidePanel
      open={open}
      title={t(control.addRole)}
      onClose={onClose}
      foot={
        <Button
          type="primary"
          loading={adding.isPending}
          disabled={zh.trim() === '' || en.trim() === ''}
          onClick={() => adding.mutate({ title: { zh, en }, about: { zh: '', en: '' }, side, likeRoleId })}
        >
          {t(control.addRole)}
        </Button>
      }
    >
      <div className="yl-id-form">
        {adding.error && Object.keys(fields).length === 0 && <Refused message={adding.error.message} />}
        <FormRow label={t(control.titleZh)} error={fields['title.zh']} required>
          <Input autoFocus value={zh} maxLength={30} onChange={(event) => setZh(event.target.value)} />
        </FormRow>
        <FormRow label={t(control.titleEn)} error={fields['title.en']} required>
          <Input value={en} maxLength={60} onChange={(event) => setEn(event.target.value)} />
        </FormRow>
        <FormRow label={t(control.like)}>
          <RoleSelect roles={roles} value={likeRoleId} onChange={setLike} placeholder={t(control.blank)} />
        </FormRow>
        <Segmented<Side>
          aria-label={t(control.side)}
          value={side}
          options={[
            { value: 'developer', label: t(control.developer) },
            { value: 'property', label: t(control.property) },
            { value: 'both', label: t(control.both) },
          ]}
          onChange={setSide}
        />
      </div>
    </SidePanel>
  );
}
