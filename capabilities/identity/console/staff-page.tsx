import {
  EmptyState,
  PageBody,
  PageHeader,
  pathTo,
  RecordList,
  useFormats,
  useGo,
  useMay,
  usePages,
  useQueryState,
  useText,
} from '@yilu/platform/web';
import { NodeSelect } from '@yilu/settings/console/node-select';
import { Button, Input, Segmented } from 'antd';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { listStaff, manageStaff, type StaffLine } from '../contract/index.ts';
import { AddStaffPanel } from './add-staff-panel.tsx';
import { type Companies, useCompanies } from './company-names.ts';
import { memberPage } from './index.ts';
import { RoleSelect, type Roles, useRoles } from './role-select.tsx';
import { people, withoutRole } from './text.ts';
import './identity.css';

/** Who works here, as what and where. */
export function StaffPage() {
  const t = useText();
  const may = useMay();
  const [q, setQ] = useQueryState('q', '');
  const [roleId, setRoleId] = useQueryState('role');
  const [nodeId, setNodeId] = useQueryState('node');
  const [state, setState] = useQueryState('state', 'working');
  const [isAdding, setAdding] = useState(false);
  const companies = useCompanies();
  const roles = useRoles();
  return (
    <>
      <PageHeader
        title={t(people.title)}
        actions={
          may(manageStaff) && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t(people.add)}
            </Button>
          )
        }
      />
      <PageBody full>
        <div className="yl-id-filters yl-narrowing">
          <div className="yl-id-field yl-id-find">
            <Input
              allowClear
              prefix={<Search size={16} aria-hidden="true" />}
              aria-label={t(people.find)}
              placeholder={t(people.find)}
              value={q}
              onChange={(event) => setQ(event.target.value)}
            />
          </div>
          <div className="yl-id-field">
            <RoleSelect
              aria-label={t(people.role)}
              roles={roles}
              value={roleId}
              onChange={setRoleId}
              placeholder={t(people.anyRole)}
            />
          </div>
          <div className="yl-id-field">
            <NodeSelect
              aria-label={t(people.node)}
              value={nodeId}
              onChange={setNodeId}
              onClear={() => setNodeId(undefined)}
              placeholder={t(people.anyNode)}
            />
          </div>
          <Segmented
            aria-label={t(people.state)}
            value={state}
            options={[
              { value: 'working', label: t(people.working) },
              { value: 'left', label: t(people.left) },
            ]}
            onChange={setState}
          />
        </div>
        <StaffTable
          filter={{
            q: q || undefined,
            roleId,
            nodeId,
            state: state === 'left' ? 'left' : 'working',
          }}
          roles={roles}
          companies={companies}
        />
      </PageBody>
      <AddStaffPanel open={isAdding} onClose={() => setAdding(false)} roles={roles} />
    </>
  );
}

interface StaffTableProps {
  readonly filter: {
    readonly q?: string | undefined;
    readonly roleId?: string | undefined;
    readonly nodeId?: string | undefined;
    readonly state: 'working' | 'left';
  };
  readonly roles: Roles;
  readonly companies: Companies;
}

function StaffTable({ filter, roles, companies }: StaffTableProps) {
  const t = useText();
  const go = useGo();
  const staff = usePages(listStaff, { ...filter, total: 'true' });
  const columns = useColumns(roles, companies);
  return (
    <RecordList
      pages={staff}
      empty={<EmptyState title={t(people.nobody)}>{t(people.nobodyWhy)}</EmptyState>}
      label={t(people.title)}
      columns={columns}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      onOpen={({ id }) => go(pathTo(memberPage, { staffId: id }))}
      card={(line) => <StaffCard line={line} roles={roles} companies={companies} />}
    />
  );
}

function useColumns(roles: Roles, companies: Companies) {
  const t = useText();
  const formats = useFormats();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t(people.name),
        width: 140,
        fixed: true,
        cell: (line: StaffLine) => (
          <>
            <b className="yl-strong">{line.name}</b>
            {line.lockedUntil && <span className="yl-id-mark yl-id-late">{t(people.locked)}</span>}
          </>
        ),
      },
      { key: 'username', title: t(people.username), width: 130, cell: (line: StaffLine) => line.username },
      {
        key: 'roles',
        title: t(people.roles),
        width: 360,
        cell: (line: StaffLine) =>
          rolesInWords(line, roles, companies, t(people.and)) || (
            <span className={line.leftAt ? 'yl-quiet' : 'yl-soon'}>{t(withoutRole(line))}</span>
          ),
      },
      {
        key: 'portfolio',
        title: t(people.portfolio),
        width: 80,
        align: 'right' as const,
        cell: (line: StaffLine) => line.portfolioCount || '',
      },
      {
        key: 'second',
        title: t(people.second),
        width: 100,
        cell: (line: StaffLine) => t(line.hasSecondFactor ? people.yes : people.no),
      },
      {
        key: 'lastSeen',
        title: t(people.lastSeen),
        width: 140,
        cell: (line: StaffLine) => (line.lastSeenAt ? formats.instant(line.lastSeenAt) : t(people.never)),
      },
    ],
    [t, formats, roles, companies],
  );
}

function StaffCard({
  line,
  roles,
  companies,
}: {
  readonly line: StaffLine;
  readonly roles: Roles;
  readonly companies: Companies;
}) {
  const t = useText();
  return (
    <>
      <b className="yl-strong">{line.name}</b>
      {line.lockedUntil && <span className="yl-id-mark yl-id-card-mark yl-id-late">{t(people.locked)}</span>}
      <p className="yl-quiet">{rolesInWords(line, roles, companies, t(people.and)) || t(withoutRole(line))}</p>
    </>
  );
}

/** 管家 · 云栖里、客服人员 · 湖畔 */
function rolesInWords({ grants }: StaffLine, roles: Roles, companies: Companies, and: string): string {
  return grants.map(({ roleId, nodeId }) => `${roles.titleOf(roleId)} · ${companies.nameOf(nodeId)}`).join(and);
}
