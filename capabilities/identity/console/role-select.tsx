import { useAnswer, useText } from '@yilu/platform/web';
import { Select } from 'antd';
import { useMemo } from 'react';
import { listRoles, type Role } from '../contract/index.ts';
import { people } from './text.ts';

/** All roles, with what each is called. */
export function useRoles() {
  const t = useText();
  const { data } = useAnswer(listRoles, {}, { fresh: 60_000 });
  return useMemo(() => {
    const byId = new Map((data?.roles ?? []).map((role) => [role.id, role]));
    const titles = new Map((data?.permissions ?? []).map(({ id, title }) => [id, title]));
    return {
      roles: data?.roles ?? [],
      roleOf: (id: string): Role | undefined => byId.get(id),
      titleOf: (id: string) => {
        const role = byId.get(id);
        return role ? t(role.title) : id;
      },
      titleIfKnown: (id: string) => {
        const role = byId.get(id);
        return role && t(role.title);
      },
      /** A role or permission by its title, any other text as it is. */
      wordOf: (id: string) => {
        const title = byId.get(id)?.title ?? titles.get(id);
        return title ? t(title) : id;
      },
    };
  }, [data, t]);
}
export type Roles = ReturnType<typeof useRoles>;

interface RoleSelectProps {
  readonly roles: Roles;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly placeholder?: string;
  readonly id?: string;
  readonly status?: 'error' | 'warning' | '';
  readonly 'aria-label'?: string;
}

/** One role; found by either language. */
export function RoleSelect({ roles, value, onChange, placeholder, ...rest }: RoleSelectProps) {
  const t = useText();
  return (
    <Select
      {...rest}
      showSearch={{ optionFilterProp: 'search' }}
      allowClear
      placeholder={placeholder ?? t(people.choose)}
      options={roles.roles.map(({ id, title, about }) => ({
        value: id,
        label: t(title),
        search: `${title.zh} ${title.en}`,
        about: t(about),
      }))}
      optionRender={({ data }) => (
        <span className="yl-role-option">
          {data.label}
          <span className="yl-foot">{data.about}</span>
        </span>
      )}
      value={value ?? null}
      onChange={(next: string | null) => onChange(next ?? undefined)}
      style={{ width: '100%' }}
    />
  );
}
