import { type Day, dayOf, instantOn } from '@yilu/platform/contract';
import {
  DayField,
  EmptyState,
  ErrorState,
  FormRow,
  LoadingState,
  PageBody,
  PageHeader,
  SidePanel,
  useAnswer,
  useAsk,
  useFormats,
  useText,
  useToast,
} from '@yilu/platform/web';
import { NodesSelect } from '@yilu/settings/console/node-select';
import { Button, Input, Popconfirm } from 'antd';
import { useRef, useState } from 'react';
import { type ApiKey, addApiKey, listApiKeys, revokeApiKey } from '../contract/index.ts';
import { type Companies, useCompanies } from './company-names.ts';
import { RoleSelect, type Roles, useRoles } from './role-select.tsx';
import { ShownOnce } from './shown-once.tsx';
import { Refused } from './sign-in-page.tsx';
import { control, people } from './text.ts';
import './identity.css';

const administrator = 'administrator';

/** The ways in for other systems. */
export function KeysPage() {
  const t = useText();
  const { data: keys, error, refetch } = useAnswer(listApiKeys, {});
  const roles = useRoles();
  const companies = useCompanies();
  const [isAdding, setAdding] = useState(false);
  const adds = useRef<HTMLButtonElement>(null);
  const add = (
    <Button ref={adds} type="primary" onClick={() => setAdding(true)}>
      {t(control.addKey)}
    </Button>
  );
  return (
    <>
      <PageHeader title={t(control.keys)} note={t(control.keysNote)} actions={keys && keys.length > 0 && add} />
      <PageBody>
        {error && <ErrorState error={error} onRetry={refetch} />}
        {!keys && !error && <LoadingState rows={4} />}
        {keys?.length === 0 && (
          <EmptyState title={t(control.noKeys)} action={add}>
            {t(control.keysNote)}
          </EmptyState>
        )}
        <ul className="yl-id-lines">
          {keys?.map((key) => (
            <KeyLine key={key.id} of={key} roles={roles} companies={companies} />
          ))}
        </ul>
      </PageBody>
      <AddKey open={isAdding} onClose={() => setAdding(false)} onSeen={() => adds.current?.focus()} roles={roles} />
    </>
  );
}

function KeyLine({
  of: key,
  roles,
  companies,
}: {
  readonly of: ApiKey;
  readonly roles: Roles;
  readonly companies: Companies;
}) {
  const t = useText();
  const formats = useFormats();
  const tell = useToast();
  const line = useRef<HTMLLIElement>(null);
  const revoking = useAsk(revokeApiKey, {
    invalidates: [listApiKeys],
    onDone: () => {
      tell({ message: `${t(control.revoked)} ${key.name}` });
      // The button that was pressed goes with the next answer.
      line.current?.focus();
    },
  });
  const isOver = key.expiresAt !== undefined && key.expiresAt <= new Date();
  const reach =
    key.nodeIds.map(companies.nameOf).join(t(people.and)) ||
    t(key.roleId === administrator ? control.wholeGroup : control.nothingReached);
  const facts = [
    `${key.prefix}…`,
    `${t(control.reach)} ${reach}`,
    key.expiresAt ? `${t(control.expires)} ${lastDayOr(key.expiresAt, formats)}` : t(control.noExpiry),
    key.lastUsedAt ? `${t(control.lastUsed)} ${formats.instant(key.lastUsedAt)}` : t(control.neverUsed),
    `${t(control.madeBy)} ${key.createdBy}`,
  ];
  return (
    <li ref={line} tabIndex={-1} className="yl-id-line">
      <div>
        <b className="yl-strong">{key.name}</b>
        <span className="yl-id-mark">{roles.titleOf(key.roleId)}</span>
        {key.revokedAt && <span className="yl-id-mark">{t(control.revoked)}</span>}
        {!key.revokedAt && isOver && <span className="yl-id-mark">{t(control.expired)}</span>}
        <p>{facts.join(' · ')}</p>
        {revoking.error && <Refused message={revoking.error.message} />}
      </div>
      {!key.revokedAt && !isOver && (
        <Popconfirm
          title={t(control.revokeSure)}
          okText={t(control.revoke)}
          cancelText={t(people.cancel)}
          onConfirm={() => revoking.mutate({ keyId: key.id })}
        >
          <Button size="small" aria-label={`${t(control.revoke)} ${key.name}`} loading={revoking.isPending}>
            {t(control.revoke)}
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}

/** A key that was given a last day holds until its midnight: the day is what was chosen, not the one after it. */
function lastDayOr(expiresAt: Date, { date, instant }: ReturnType<typeof useFormats>): string {
  const lastDay = dayOf(new Date(expiresAt.getTime() - 1));
  return instantOn(lastDay, 1_440).getTime() === expiresAt.getTime() ? date(lastDay) : instant(expiresAt);
}

interface AddKeyProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The key was shown, and its dialog has gone. */
  readonly onSeen: () => void;
  readonly roles: Roles;
}

function AddKey({ open, onClose, onSeen, roles }: AddKeyProps) {
  const t = useText();
  const [name, setName] = useState('');
  const [roleId, setRoleId] = useState<string>();
  const [nodeIds, setNodeIds] = useState<readonly string[]>([]);
  const [until, setUntil] = useState<Day>();
  const { today } = useFormats();
  const adding = useAsk(addApiKey, { invalidates: [listApiKeys], onDone: onClose });
  const fields = adding.error?.fields ?? {};
  const isIdle = name.trim() === '' || !roleId || (roleId !== administrator && nodeIds.length === 0);
  const add = () =>
    roleId &&
    adding.mutate({ name, roleId, nodeIds: [...nodeIds], ...(until && { expiresAt: instantOn(until, 1_440) }) });
  return (
    <>
      <SidePanel
        open={open}
        title={t(control.addKey)}
        onClose={onClose}
        foot={
          <Button type="primary" loading={adding.isPending} disabled={isIdle} onClick={add}>
            {t(control.addKey)}
          </Button>
        }
      >
        <div className="yl-id-form">
          {adding.error && Object.keys(fields).length === 0 && <Refused message={adding.error.message} />}
          <FormRow label={t(control.keyName)} hint={t(control.keyNameHint)} error={fields.name} required>
            <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
          </FormRow>
          <FormRow label={t(people.role)} required>
            <RoleSelect roles={roles} value={roleId} onChange={setRoleId} />
          </FormRow>
          <FormRow label={t(control.reach)} hint={t(control.reachHint)} required={roleId !== administrator}>
            <NodesSelect value={nodeIds} onChange={setNodeIds} />
          </FormRow>
          <FormRow label={t(control.expires)} hint={t(control.expiresHint)} error={fields.expiresAt}>
            <DayField value={until} min={today} onChange={setUntil} />
          </FormRow>
        </div>
      </SidePanel>
      <ShownOnce
        title={`${t(control.keyTitle)} · ${adding.data?.apiKey.name ?? ''}`}
        note={t(control.keyShown)}
        secrets={adding.data && [adding.data.key]}
        onClose={() => {
          adding.reset();
          setName('');
          setRoleId(undefined);
          setNodeIds([]);
          setUntil(undefined);
        }}
        onGone={onSeen}
      />
    </>
  );
}
