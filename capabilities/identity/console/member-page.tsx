import {
  ErrorState,
  FormRow,
  LoadingState,
  PageBody,
  PageHeader,
  SidePanel,
  useAnswer,
  useAsk,
  useFormats,
  useMay,
  useParams,
  useText,
  useViewer,
} from '@yilu/platform/web';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { editStaff, listStaff, manageStaff, readStaff, type StaffLine } from '../contract/index.ts';
import { AccountSection } from './account-section.tsx';
import { useCompanies } from './company-names.ts';
import { GrantsSection } from './grants-section.tsx';
import { PortfolioSection } from './portfolio-section.tsx';
import { useRoles } from './role-select.tsx';
import { Refused } from './sign-in-page.tsx';
import { people } from './text.ts';
import './identity.css';

/** One member of staff: roles, what is entrusted, the account. */
export function MemberPage() {
  const t = useText();
  const may = useMay();
  const { accountId } = useViewer();
  const formats = useFormats();
  const { staffId } = useParams('staffId');
  const { data: staff, error, refetch } = useAnswer(readStaff, { staffId });
  const companies = useCompanies();
  const roles = useRoles();
  const [isEditing, setEditing] = useState(false);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!staff) return <LoadingState shape="form" />;
  const mayManage = may(manageStaff);
  const seen = staff.lastSeenAt ? `${t(people.lastSeen)} ${formats.instant(staff.lastSeenAt)}` : t(people.never);
  return (
    <>
      <PageHeader
        title={staff.name}
        back="/staff"
        note={`${staff.username} · ${staff.leftAt ? `${t(people.left)} ${formats.instant(staff.leftAt)}` : seen}`}
        actions={mayManage && !staff.leftAt && <Button onClick={() => setEditing(true)}>{t(people.edit)}</Button>}
      />
      <PageBody rail={mayManage && <AccountSection staff={staff} isOneself={staff.id === accountId} />}>
        <GrantsSection staff={staff} roles={roles} companies={companies} mayManage={mayManage && !staff.leftAt} />
        <PortfolioSection staff={staff} companies={companies} />
      </PageBody>
      <SidePanel open={isEditing} title={t(people.edit)} onClose={() => setEditing(false)}>
        <EditForm staff={staff} onDone={() => setEditing(false)} />
      </SidePanel>
    </>
  );
}

function EditForm({ staff, onDone }: { readonly staff: StaffLine; readonly onDone: () => void }) {
  const t = useText();
  const [name, setName] = useState(staff.name);
  const [username, setUsername] = useState(staff.username);
  const editing = useAsk(editStaff, { invalidates: [readStaff, listStaff], onDone });
  const fields = editing.error?.fields ?? {};
  return (
    <form
      className="yl-id-form"
      onSubmit={(event) => {
        event.preventDefault();
        editing.mutate({ staffId: staff.id, version: staff.version, name, username });
      }}
    >
      {editing.error && Object.keys(fields).length === 0 && <Refused message={editing.error.message} />}
      <FormRow label={t(people.name)} error={fields.name}>
        <Input value={name} onChange={(event) => setName(event.target.value)} />
      </FormRow>
      <FormRow label={t(people.username)} error={fields.username}>
        <Input value={username} onChange={(event) => setUsername(event.target.value)} />
      </FormRow>
      <Button type="primary" htmlType="submit" loading={editing.isPending}>
        {t(people.save)}
      </Button>
    </form>
  );
}
