import {
  ErrorState,
  PanelSection,
  PanelSlot,
  SidePanel,
  useAnswer,
  useAsk,
  useFormats,
  useText,
  useToast,
} from '@yilu/platform/web';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import {
  closeAccount,
  dropSecondFactor,
  liftLock,
  listStaff,
  readLeaving,
  readStaff,
  reopenAccount,
  resetPassword,
  type StaffLine,
} from '../contract/index.ts';
import { TransferForm } from './portfolio-section.tsx';
import { ShownOnce } from './shown-once.tsx';
import { Refused } from './sign-in-page.tsx';
import { leavingSteps } from './slots.ts';
import { people } from './text.ts';

interface AccountSectionProps {
  readonly staff: StaffLine;
  readonly isOneself: boolean;
}

/** Password, lock, second factor, leaving. For oneself these stand in the own account. */
export function AccountSection({ staff, isOneself }: AccountSectionProps) {
  const t = useText();
  const tell = useToast();
  const formats = useFormats();
  const [isLeaving, setLeaving] = useState(false);
  const [password, setPassword] = useState<string>();
  const invalidates = [readStaff, listStaff];
  const show = (answer: { password: string }) => setPassword(answer.password);
  const resetting = useAsk(resetPassword, { invalidates, onDone: show });
  const reopening = useAsk(reopenAccount, { invalidates, onDone: show });
  const unlocking = useAsk(liftLock, { invalidates, onDone: () => tell({ message: t(people.unlocked) }) });
  const dropping = useAsk(dropSecondFactor, { invalidates, onDone: () => tell({ message: t(people.dropped) }) });
  const refused = resetting.error ?? reopening.error ?? unlocking.error ?? dropping.error;
  const { id: staffId } = staff;
  if (isOneself) return null;
  return (
    <PanelSection title={t(people.account)}>
      {refused && <Refused message={refused.message} />}
      {staff.lockedUntil && (
        <p className="yl-late">
          {t(people.locked)} · {formats.instant(staff.lockedUntil)}
        </p>
      )}
      <p className="yl-quiet">
        {t(people.second)} {t(staff.hasSecondFactor ? people.yes : people.no)}
      </p>
      <div className="yl-id-acts">
        {staff.leftAt ? (
          <Button loading={reopening.isPending} onClick={() => reopening.mutate({ staffId })}>
            {t(people.reopen)}
          </Button>
        ) : (
          <>
            {staff.lockedUntil && (
              <Button type="primary" loading={unlocking.isPending} onClick={() => unlocking.mutate({ staffId })}>
                {t(people.unlock)}
              </Button>
            )}
            <Popconfirm
              title={t(people.resetSure)}
              okText={t(people.reset)}
              cancelText={t(people.cancel)}
              onConfirm={() => resetting.mutate({ staffId })}
            >
              <Button loading={resetting.isPending}>{t(people.reset)}</Button>
            </Popconfirm>
            {staff.hasSecondFactor && (
              <Button loading={dropping.isPending} onClick={() => dropping.mutate({ staffId })}>
                {t(people.dropSecond)}
              </Button>
            )}
            <Button onClick={() => setLeaving(true)}>{t(people.leave)}</Button>
          </>
        )}
      </div>
      <SidePanel open={isLeaving} title={`${t(people.leave)} · ${staff.name}`} onClose={() => setLeaving(false)}>
        <LeavingForm staff={staff} onDone={() => setLeaving(false)} />
      </SidePanel>
      <ShownOnce
        title={`${t(people.passwordTitle)} · ${staff.name}`}
        note={t(people.passwordNote)}
        secrets={password === undefined ? undefined : [password]}
        onClose={() => setPassword(undefined)}
      />
    </PanelSection>
  );
}

/** What is still in the leaver's hands, then the end of the account. */
function LeavingForm({ staff, onDone }: { readonly staff: StaffLine; readonly onDone: () => void }) {
  const t = useText();
  const tell = useToast();
  const { data, error, refetch } = useAnswer(readLeaving, { staffId: staff.id });
  const closing = useAsk(closeAccount, {
    invalidates: [readStaff, listStaff],
    onDone: () => {
      tell({ message: `${t(people.closed)} · ${staff.name}` });
      onDone();
    },
  });
  if (error) return <ErrorState small error={error} onRetry={refetch} />;
  const obstacles = data?.obstacles ?? [];
  return (
    <div className="yl-id-form">
      <p className="yl-quiet">{t(people.leaveNote)}</p>
      {closing.error && <Refused message={closing.error.message} />}
      {data && obstacles.length === 0 && <p>{t(people.mayLeave)}</p>}
      <ul className="yl-id-lines">
        {obstacles.map(({ kind, sentence }) => (
          <li key={kind} className="yl-id-line">
            <div className="yl-id-obstacle">
              <p className="yl-soon">{t(sentence)}</p>
              {kind === 'portfolio' && <TransferForm staff={staff} subjects={[]} />}
            </div>
          </li>
        ))}
      </ul>
      {data && <PanelSlot slot={leavingSteps} staff={staff} obstacles={obstacles} meanwhile={null} />}
      <Button
        danger
        loading={closing.isPending}
        disabled={!data || obstacles.length > 0}
        onClick={() => closing.mutate({ staffId: staff.id })}
      >
        {t(people.leave)}
      </Button>
    </div>
  );
}
