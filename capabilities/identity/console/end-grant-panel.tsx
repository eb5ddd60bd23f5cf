import { FormRow, SidePanel, useAsk, useText, useToast } from '@yilu/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import {
  changeGrant,
  type Grant,
  listStaff,
  readPortfolio,
  readStaff,
  type StaffLine,
  withdrawGrant,
} from '../contract/index.ts';
import { ColleagueSelect } from './colleague-select.tsx';
import { type GrantDraft, GrantFields, grantOf } from './grant-fields.tsx';
import type { Roles } from './role-select.tsx';
import { Refused } from './sign-in-page.tsx';
import { people } from './text.ts';

interface EndGrantPanelProps {
  readonly staff: StaffLine;
  readonly roles: Roles;
  readonly grant: Grant;
  /** Why it is not withdrawn as it is; absent where it is to be changed into another. */
  readonly left?: string | undefined;
  readonly onClose: () => void;
}

/** A grant that ends or becomes another; what would be left behind goes to a colleague in the same act (ORG-16). */
export function EndGrantPanel({ staff, roles, grant, left, onClose }: EndGrantPanelProps) {
  const t = useText();
  const tell = useToast();
  const [draft, setDraft] = useState<GrantDraft>(grant);
  const [handOverTo, setReceiver] = useState<string>();
  const isChange = left === undefined;
  const after = {
    invalidates: [readStaff, listStaff, readPortfolio],
    onDone: () => {
      tell({ message: `${t(isChange ? people.changed : people.withdrawn)} ${roles.titleOf(grant.roleId)}` });
      onClose();
    },
  };
  const changing = useAsk(changeGrant, after);
  const withdrawing = useAsk(withdrawGrant, after);
  const error = changing.error ?? withdrawing.error;
  const isHeld = left !== undefined || error?.code === 'identity.still_holds_there' || handOverTo !== undefined;
  const wanted = grantOf(draft);
  const where = { staffId: staff.id, grantId: grant.id, ...(handOverTo && { handOverTo }) };
  const act = () => {
    if (!isChange) withdrawing.mutate(where);
    else if (wanted) changing.mutate({ ...where, ...wanted });
  };
  const verb = isChange ? people.change : people.withdraw;
  return (
    <SidePanel
      open
      title={`${t(verb)} · ${roles.titleOf(grant.roleId)}`}
      onClose={onClose}
      foot={
        <Button
          type="primary"
          loading={changing.isPending || withdrawing.isPending}
          disabled={!wanted || (isHeld && !handOverTo)}
          onClick={act}
        >
          {t(isHeld ? (isChange ? people.handOverAndChange : people.handOverAndWithdraw) : verb)}
        </Button>
      }
    >
      <div className="yl-id-form">
        {(error || left) && <Refused message={error?.message ?? left ?? ''} />}
        {isChange && <GrantFields draft={draft} onChange={setDraft} roles={roles} />}
        {isHeld && (
          <FormRow label={t(people.transferTo)} hint={t(people.handOverNote)} error={error?.fields.handOverTo} required>
            <ColleagueSelect except={staff.id} value={handOverTo} onChange={setReceiver} />
          </FormRow>
        )}
      </div>
    </SidePanel>
  );
}
