import type { Day } from '@yilu/platform/contract';
import {
  DayField,
  ErrorState,
  FormRow,
  PanelSection,
  SidePanel,
  useAsk,
  useFormats,
  useMay,
  usePages,
  useText,
  useToast,
} from '@yilu/platform/web';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import {
  assignPortfolio,
  readLeaving,
  readPortfolio,
  readStaff,
  type StaffLine,
  transferPortfolio,
} from '../contract/index.ts';
import { ColleagueSelect } from './colleague-select.tsx';
import type { Companies } from './company-names.ts';
import { Refused } from './sign-in-page.tsx';
import { control, people, since, transferredWords } from './text.ts';

interface PortfolioSectionProps {
  readonly staff: StaffLine;
  readonly companies: Companies;
}

/** Rooms and customers entrusted to somebody, and handing them over, some or all (ORG-16). */
export function PortfolioSection({ staff, companies }: PortfolioSectionProps) {
  const t = useText();
  const may = useMay();
  const formats = useFormats();
  const portfolio = usePages(readPortfolio, { staffId: staff.id, total: 'true' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isTransferring, setTransferring] = useState(false);
  const mayTransfer = may(assignPortfolio) && (portfolio.rows?.length ?? 0) > 0;
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  if (portfolio.error) return <ErrorState small error={portfolio.error} onRetry={portfolio.again} />;
  const subjects = (portfolio.rows ?? []).filter(({ id }) => chosen.has(id)).map(({ kind, id }) => ({ kind, id }));
  return (
    <PanelSection
      title={`${t(people.portfolio)} ${portfolio.total ?? ''}`}
      note={
        mayTransfer && (
          <Button size="small" onClick={() => setTransferring(true)}>
            {chosen.size > 0 ? `${t(people.transfer)} ${chosen.size}` : t(people.transferAll)}
          </Button>
        )
      }
    >
      {portfolio.rows?.length === 0 && <p className="yl-quiet">{t(people.nothingHeld)}</p>}
      <ul className="yl-id-lines">
        {portfolio.rows?.map((item) => (
          <li key={item.id} className="yl-id-line">
            {mayTransfer && (
              <Checkbox
                aria-label={item.title ?? t(people[item.kind])}
                checked={chosen.has(item.id)}
                onChange={(event) => choose(item.id, event.target.checked)}
              />
            )}
            <div>
              {item.title ?? t(people[item.kind])}
              <p>
                {item.title && `${t(people[item.kind])} · `}
                {companies.nameOf(item.projectId)} · {t(since(formats.date(item.from)))}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {portfolio.hasMore && (
        <div className="yl-id-acts">
          <Button loading={portfolio.isLoadingMore} onClick={portfolio.more}>
            {t(control.more)}
          </Button>
        </div>
      )}
      <SidePanel open={isTransferring} title={t(people.transfer)} onClose={() => setTransferring(false)}>
        <TransferForm
          staff={staff}
          subjects={subjects}
          onDone={() => {
            setTransferring(false);
            setChosen(new Set());
          }}
        />
      </SidePanel>
    </PanelSection>
  );
}

interface TransferFormProps {
  readonly staff: StaffLine;
  /** None: everything. */
  readonly subjects: readonly { readonly kind: 'room' | 'person'; readonly id: string }[];
  readonly onDone?: () => void;
}

export function TransferForm({ staff, subjects, onDone }: TransferFormProps) {
  const t = useText();
  const tell = useToast();
  const { today } = useFormats();
  const [toStaffId, setReceiver] = useState<string>();
  const [from, setFrom] = useState<Day | undefined>(today);
  const transferring = useAsk(transferPortfolio, {
    invalidates: [readPortfolio, readStaff, readLeaving],
    onDone: ({ transferred }) => {
      tell({ message: t(transferredWords(transferred)) });
      onDone?.();
    },
  });
  return (
    <div className="yl-id-form">
      {transferring.error && <Refused message={transferring.error.message} />}
      <FormRow label={t(people.transferTo)} required>
        <ColleagueSelect except={staff.id} value={toStaffId} onChange={setReceiver} />
      </FormRow>
      <FormRow label={t(people.transferFrom)}>
        <DayField value={from} min={today} onChange={setFrom} />
      </FormRow>
      <Button
        type="primary"
        loading={transferring.isPending}
        disabled={!toStaffId}
        onClick={() =>
          toStaffId &&
          transferring.mutate({
            fromStaffId: staff.id,
            toStaffId,
            from,
            ...(subjects.length > 0 && { subjects: [...subjects] }),
          })
        }
      >
        {subjects.length > 0 ? `${t(people.transfer)} ${subjects.length}` : t(people.transferAll)}
      </Button>
    </div>
  );
}
