import { FormRow, SidePanel, useAsk, useText, useToast } from '@yilu/platform/web';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { addRole, editRole, listRoles, type Role, type Side } from '../contract/index.ts';
import { RoleSelect, useRoles } from './role-select.tsx';
import { Refused } from './sign-in-page.tsx';
import { control, people } from './text.ts';

/** A role of the company's own to name anew, or a new one, perhaps like another. */
export interface RoleWriting {
  readonly role?: Role;
  readonly like?: Role;
}

interface RolePanelProps {
  readonly writing: RoleWriting;
  readonly onClose: () => void;
  readonly onAdded: (roleId: string) => void;
}

/** What a role of the company's own is called, whom it works for and, while it is new, which role it is like. */
export function RolePanel({ writing: { role, like }, onClose, onAdded }: RolePanelProps) {
  const t = useText();
  const tell = useToast();
  const roles = useRoles();
  const [title, setTitle] = useState(role?.title ?? { zh: '', en: '' });
  const [about, setAbout] = useState(role?.about ?? { zh: '', en: '' });
  const [side, setSide] = useState<Side>((role ?? like)?.side ?? 'property');
  const [likeRoleId, setLike] = useState(like?.id);
  const invalidates = [listRoles];
  const adding = useAsk(addRole, {
    invalidates,
    onDone: (added) => {
      tell({ message: `${t(control.roleAdded)} ${t(added.title)}` });
      onAdded(added.id);
      onClose();
    },
  });
  const editing = useAsk(editRole, {
    invalidates,
    onDone: () => {
      tell({ message: t(control.saved) });
      onClose();
    },
  });
  const error = adding.error ?? editing.error;
  const fields = error?.fields ?? {};
  const verb = role ? control.nameRole : control.addRole;
  return (
    <SidePanel
      open
      title={t(verb)}
      onClose={onClose}
      foot={
        <Button
          type="primary"
          loading={adding.isPending || editing.isPending}
          disabled={title.zh.trim() === '' || title.en.trim() === ''}
          onClick={() =>
            role
              ? editing.mutate({ roleId: role.id, version: role.version, title, about, side })
              : adding.mutate({ title, about, side, likeRoleId })
          }
        >
          {t(role ? people.save : control.addRole)}
        </Button>
      }
    >
      <div className="yl-id-form">
        {error && Object.keys(fields).length === 0 && <Refused message={error.message} />}
        <FormRow label={t(control.titleZh)} error={fields['title.zh']} required>
          <Input
            autoFocus
            value={title.zh}
            maxLength={30}
            onChange={(event) => setTitle({ ...title, zh: event.target.value })}
          />
        </FormRow>
        <FormRow label={t(control.titleEn)} error={fields['title.en']} required>
          <Input value={title.en} maxLength={60} onChange={(event) => setTitle({ ...title, en: event.target.value })} />
        </FormRow>
        {!role && (
          <FormRow label={t(control.like)}>
            <RoleSelect roles={roles} value={likeRoleId} onChange={setLike} placeholder={t(control.blank)} />
          </FormRow>
        )}
        <FormRow label={t(control.side)}>
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
        </FormRow>
        <FormRow label={t(control.aboutZh)} error={fields['about.zh']}>
          <Input
            value={about.zh}
            maxLength={200}
            onChange={(event) => setAbout({ ...about, zh: event.target.value })}
          />
        </FormRow>
        <FormRow label={t(control.aboutEn)} error={fields['about.en']}>
          <Input
            value={about.en}
            maxLength={300}
            onChange={(event) => setAbout({ ...about, en: event.target.value })}
          />
        </FormRow>
      </div>
    </SidePanel>
  );
}
