import { PanelSection, SidePanel, useAsk, useText, useToast } from '@yilu/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { type Grant, grantRole, listStaff, readStaff, type StaffLine, withdrawGrant } from '../contract/index.ts';
import type { Companies } from './company-names.ts';
import { EndGrantPanel } from './end-grant-panel.tsx';
import { type GrantDraft, GrantFields, grantOf } from './grant-fields.tsx';
import type { Roles } from './role-select.tsx';
import { Refused } from './sign-in-page.tsx';
import { people, withoutRole } from './text.ts';

interface GrantsSectionProps {
  readonly staff: StaffLine;
  readonly roles: Roles;
  readonly companies: Companies;
  readonly mayManage: boolean;
}

/** As what and where somebody works. */
export function GrantsSection({ staff, roles, companies, mayManage }: GrantsSectionProps) {
  const t = useText();
  const tell = useToast();
  const [isGranting, setGranting] = useState(false);
  const [draft, setDraft] = useState<GrantDraft>({ ownOnly: false });
  const invalidates = [readStaff, listStaff];
  const granting = useAsk(grantRole, { invalidates, onDone: () => setGranting(false) });
  const withdrawing = useAsk(withdrawGrant, { invalidates });
  const given = grantOf(draft);
  const [ending, setEnding] = useState<{ readonly grant: Grant; readonly left?: string }>();
  const withdraw = ({ id, ...grant }: Grant) =>
    withdrawing.mutate(
      { staffId: staff.id, grantId: id },
      {
        onError: ({ code, message }) =>
          code === 'identity.still_holds_there' && setEnding({ grant: { id, ...grant }, left: message }),
        onSuccess: () =>
          tell({
            message: `${t(people.withdrawn)} ${roles.titleOf(grant.roleId)}`,
            undo: () => granting.mutateAsync({ staffId: staff.id, ...grant }),
          }),
      },
    );
  return (
    <PanelSection
      title={t(people.roles)}
      note={
        mayManage && (
          <Button size="small" onClick={() => setGranting(true)}>
            {t(people.grant)}
          </Button>
        )
      }
    >
      {withdrawing.error && !ending && <Refused message={withdrawing.error.message} />}
      {staff.grants.length === 0 && <p className="yl-quiet">{t(withoutRole(staff))}</p>}
      <ul className="yl-id-lines">
        {staff.grants.map((grant) => (
          <li key={grant.id} className="yl-id-line">
            <div>
              {roles.titleOf(grant.roleId)}
              {grant.ownOnly && <span className="yl-id-mark">{t(people.ownOnly)}</span>}
              <p>{companies.nameOf(grant.nodeId)}</p>
            </div>
            {mayManage && (
              <>
                <Button size="small" type="text" onClick={() => setEnding({ grant })}>
                  {t(people.change)}
                </Button>
                <Button size="small" type="text" loading={withdrawing.isPending} onClick={() => withdraw(grant)}>
                  {t(people.withdraw)}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {ending && (
        <EndGrantPanel
          key={ending.grant.id}
          staff={staff}
          roles={roles}
          {...ending}
          onClose={() => {
            setEnding(undefined);
            withdrawing.reset();
          }}
        />
      )}
      <SidePanel
        open={isGranting}
        title={t(people.grant)}
        onClose={() => setGranting(false)}
        foot={
          <Button
            type="primary"
            loading={granting.isPending}
            disabled={!given}
            onClick={() => given && granting.mutate({ staffId: staff.id, ...given })}
          >
            {t(people.grant)}
          </Button>
        }
      >
        <div className="yl-id-form">
          {granting.error && <Refused message={granting.error.message} />}
          <GrantFields draft={draft} onChange={setDraft} roles={roles} />
        </div>
      </SidePanel>
    </PanelSection>
  );
}
