import { Link, PanelSection, pathTo, useAsk, useMay, useText, useToast } from '@yilu/platform/web';
import { Button, Popover } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import {
  addHouseholdMember,
  editCustomers,
  type Household,
  type HouseholdMember,
  type Person,
  removeHouseholdMember,
  sexTitles,
} from '../contract/index.ts';
import { personAddress } from './addresses.ts';
import { PersonPicker } from './person-picker.tsx';
import { memberGone, texts } from './text.ts';
import { touchedByEdits } from './touched.ts';

/** People who live and decide together. */
export function HouseholdSection({
  person,
  household,
}: {
  readonly person: Person;
  readonly household: Household | undefined;
}) {
  const t = useText();
  const canEdit = useMay()(editCustomers);
  const [adding, add] = useState(false);
  const joining = useAsk(addHouseholdMember, { invalidates: touchedByEdits, onDone: () => add(false) });
  const leave = useLeaving(person);
  const others = household?.members.filter(({ personId }) => personId !== person.id) ?? [];
  if (others.length === 0 && !canEdit) return null;
  return (
    <PanelSection
      title={t(texts.household)}
      note={
        canEdit && (
          <Popover
            trigger="click"
            open={adding}
            onOpenChange={add}
            content={
              <div className="cu-why">
                <PersonPicker
                  value={undefined}
                  except={person.id}
                  onPick={(memberId) => memberId && joining.mutate({ personId: person.id, memberId })}
                />
                {joining.error && <span className="yl-late">{joining.error.message}</span>}
              </div>
            }
          >
            <Button type="text" size="small" icon={<Plus size={14} />}>
              {t(texts.addMember)}
            </Button>
          </Popover>
        )
      }
    >
      <ul>
        {others.map((member) => (
          <li key={member.personId} className="cu-relation">
            <Link to={pathTo(personAddress, { personId: member.personId })}>{member.name}</Link>
            <span className="yl-quiet">
              {[member.sex && t(sexTitles[member.sex]), member.age !== undefined && `${member.age} ${t(texts.age)}`]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {canEdit && (
              <Button
                type="text"
                size="small"
                icon={<X size={13} />}
                aria-label={`${t(texts.leaveHousehold)} ${member.name}`}
                onClick={() => void leave(member)}
              />
            )}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

/** One tap takes somebody out, and 撤销 brings them back. */
function useLeaving(person: Person) {
  const t = useText();
  const tell = useToast();
  const leaving = useAsk(removeHouseholdMember, { invalidates: touchedByEdits });
  const joining = useAsk(addHouseholdMember, { invalidates: touchedByEdits });
  return async ({ personId: memberId, name }: HouseholdMember) => {
    try {
      await leaving.mutateAsync({ personId: person.id, memberId });
    } catch (error) {
      return tell({ message: error instanceof Error ? error.message : String(error), failed: true });
    }
    tell({ message: t(memberGone(name)), undo: () => joining.mutateAsync({ personId: person.id, memberId }) });
  };
}
