import { PersonPicker } from '@yilu/customers/console/person-picker';
import { ColleagueSelect } from '@yilu/identity/console/colleague-select';
import { type Fen, fenFromYuan, type Sentence } from '@yilu/platform/contract';
import { DayField, FormRow, FormSection, NumberField, useFormats, useText } from '@yilu/platform/web';
import { Button, Input, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import {
  DealState,
  methodTitles,
  PaymentKind,
  PaymentMethod,
  paymentTitles,
  type Step,
  stateTitles,
  stepTitles,
} from '../contract/index.ts';
import { RoomPicker } from './room-picker.tsx';
import { texts } from './text.ts';
import type { useDeal } from './use-deal.ts';

interface FieldsProps {
  readonly writing: ReturnType<typeof useDeal>;
  readonly projectId: string | undefined;
}

const steps = Object.keys(stepTitles) as Step[];
const writtenAsIs = ['number', 'contractNumber', 'discount'] as const;

export function DealFields({ writing, projectId }: FieldsProps) {
  const t = useText();
  const { draft, change, saving } = writing;
  const errors = saving.error?.fields ?? {};
  return (
    <>
      <FormSection title={t(texts.deal)}>
        <FormRow label={t(texts.state)} required>
          <Select
            value={draft.state ?? 'SUBSCRIBED'}
            onChange={(state) => change({ state })}
            options={DealState.exclude(['CANCELLED']).options.map((value) => ({ value, label: t(stateTitles[value]) }))}
          />
        </FormRow>
        <FormRow label={t(texts.room)} required={draft.state !== 'INTENTION_PAID'} error={errors.roomId}>
          <RoomPicker
            projectId={projectId}
            value={draft.roomId}
            label={draft.roomLabel}
            onChange={(roomId, roomLabel) => change({ roomId, roomLabel })}
          />
        </FormRow>
      </FormSection>
      <Buyers writing={writing} error={errors.buyers} />
      <FormSection title={t(texts.dates)} columns={3}>
        {steps.map((step) => (
          <FormRow key={step} label={t(stepTitles[step])} error={errors[step]}>
            <DayField value={draft[step]} onChange={(on) => change({ [step]: on })} />
          </FormRow>
        ))}
      </FormSection>
      <FormSection title={t(texts.terms)} columns={3}>
        <Yuan
          label={t(texts.amount)}
          value={draft.amountFen}
          error={errors.amountFen}
          onChange={(amountFen) => change({ amountFen })}
        />
        <Yuan
          label={t(texts.unitPrice)}
          unit={texts.yuanPerSquareMetre}
          value={draft.unitPriceFen}
          onChange={(unitPriceFen) => change({ unitPriceFen })}
        />
        <Yuan
          label={t(texts.listAmount)}
          value={draft.listAmountFen}
          onChange={(listAmountFen) => change({ listAmountFen })}
        />
        <Yuan
          label={t(texts.intentionMoney)}
          value={draft.intentionMoneyFen}
          onChange={(intentionMoneyFen) => change({ intentionMoneyFen })}
        />
        <Yuan label={t(texts.deposit)} value={draft.depositFen} onChange={(depositFen) => change({ depositFen })} />
        <FormRow label={t(texts.method)}>
          <Select
            allowClear
            value={draft.paymentMethod ?? null}
            onChange={(paymentMethod: PaymentMethod | null) => change({ paymentMethod: paymentMethod ?? undefined })}
            options={PaymentMethod.options.map((value) => ({ value, label: t(methodTitles[value]) }))}
          />
        </FormRow>
        {writtenAsIs.map((field) => (
          <FormRow key={field} label={t(texts[field])}>
            <Input
              maxLength={60}
              value={draft[field] ?? ''}
              onChange={(event) => change({ [field]: event.target.value || undefined })}
            />
          </FormRow>
        ))}
        <FormRow label={t(texts.referrer)}>
          <PersonPicker
            value={draft.referrerId}
            name={draft.referrerName}
            onPick={(referrerId, referrerName) => change({ referrerId, referrerName })}
          />
        </FormRow>
        <FormRow label={t(texts.consultant)} error={errors.consultantId}>
          <ColleagueSelect
            projectId={projectId}
            disabled={!projectId}
            value={draft.consultantId}
            name={draft.consultantName}
            // The name of an imported file that was matched to no account.
            nobody={draft.consultantId ? t(texts.noConsultant) : (draft.consultantName ?? t(texts.noConsultant))}
            onChange={(consultantId, consultantName) => change({ consultantId, consultantName })}
          />
        </FormRow>
      </FormSection>
      <Payments writing={writing} />
      <FormSection title={t(texts.note)} columns={1}>
        <FormRow label={t(texts.note)}>
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={1_000}
            value={draft.note ?? ''}
            onChange={(event) => change({ note: event.target.value || undefined })}
          />
        </FormRow>
      </FormSection>
    </>
  );
}

function Buyers({ writing, error }: { readonly writing: FieldsProps['writing']; readonly error: string | undefined }) {
  const t = useText();
  const { buyers } = writing.draft;
  const shares = Math.round(buyers.reduce((sum, { percent = 0 }) => sum + percent, 0) * 100) / 100;
  const put = (at: number, part: Partial<(typeof buyers)[number]>) =>
    writing.change({ buyers: buyers.map((buyer, index) => (index === at ? { ...buyer, ...part } : buyer)) });
  return (
    <FormSection title={t(texts.buyers)} columns={1}>
      {buyers.map((buyer, at) => (
        <div key={at} className="sa-line">
          <FormRow label={t(texts.buyer)} required={at === 0} error={at === 0 ? error : undefined}>
            <PersonPicker
              value={buyer.personId}
              name={buyer.name ?? t(texts.beyondReach)}
              onPick={(personId, name) => put(at, { personId, name })}
            />
          </FormRow>
          <FormRow label={t(texts.share)}>
            <NumberField
              min={0.01}
              max={100}
              suffix="%"
              value={buyer.percent ?? null}
              onChange={(percent) => put(at, { percent: percent ?? undefined })}
            />
          </FormRow>
          {buyers.length > 1 && (
            <Button
              type="text"
              icon={<X size={16} />}
              aria-label={t(texts.remove)}
              onClick={() => writing.change({ buyers: buyers.filter((_, index) => index !== at) })}
            />
          )}
        </div>
      ))}
      {shares > 100 && (
        <p className="yl-late" role="alert">
          {t(texts.sharesSum)} {shares}%
        </p>
      )}
      <Button
        icon={<Plus size={14} aria-hidden="true" />}
        onClick={() => writing.change({ buyers: [...buyers, { personId: undefined, name: '', percent: undefined }] })}
      >
        {t(texts.addBuyer)}
      </Button>
    </FormSection>
  );
}

function Payments({ writing }: { readonly writing: FieldsProps['writing'] }) {
  const t = useText();
  const payments = writing.draft.payments ?? [];
  const put = (at: number, part: Partial<(typeof payments)[number]>) =>
    writing.change({ payments: payments.map((payment, index) => (index === at ? { ...payment, ...part } : payment)) });
  const add = () => {
    const receivedOn = writing.draft.signedOn ?? writing.draft.subscribedOn;
    if (!receivedOn) return;
    // What is still to come in is the likeliest amount.
    const open = (writing.draft.amountFen ?? 0) - payments.reduce((sum, { amountFen }) => sum + amountFen, 0);
    const amountFen = fenFromYuan(Math.max(open / 100, 1));
    writing.change({ payments: [...payments, { kind: 'DOWN_PAYMENT', amountFen, receivedOn }] });
  };
  return (
    <FormSection title={t(texts.payments)} columns={1}>
      {payments.map((payment, at) => (
        <div key={at} className="sa-line">
          <FormRow label={t(texts.kind)}>
            <Select
              value={payment.kind}
              onChange={(kind) => put(at, { kind })}
              options={PaymentKind.options.map((value) => ({ value, label: t(paymentTitles[value]) }))}
            />
          </FormRow>
          <Yuan
            label={t(texts.amount)}
            value={payment.amountFen}
            onChange={(amountFen) => amountFen && put(at, { amountFen })}
          />
          <FormRow label={t(texts.receivedOn)}>
            <DayField value={payment.receivedOn} onChange={(receivedOn) => receivedOn && put(at, { receivedOn })} />
          </FormRow>
          <Button
            type="text"
            icon={<X size={16} />}
            aria-label={t(texts.remove)}
            onClick={() => writing.change({ payments: payments.filter((_, index) => index !== at) })}
          />
        </div>
      ))}
      <Button
        icon={<Plus size={14} aria-hidden="true" />}
        disabled={!writing.draft.signedOn && !writing.draft.subscribedOn}
        onClick={add}
      >
        {t(texts.addPayment)}
      </Button>
    </FormSection>
  );
}

interface YuanProps {
  readonly label: string;
  readonly value: Fen | undefined;
  readonly onChange: (fen: Fen | undefined) => void;
  readonly error?: string | undefined;
  readonly unit?: Sentence;
}

/** From here on people count in 万元: 1 万元 in fen. */
const fenReadInTenThousands = 1_000_000;

/** Written in yuan, kept in whole fen; large ones are said once more as people speak of them. */
function Yuan({ label, unit = texts.yuan, value, onChange, error }: YuanProps) {
  const t = useText();
  const { money } = useFormats();
  return (
    <FormRow label={label} error={error} hint={value !== undefined && value >= fenReadInTenThousands && money(value)}>
      <NumberField
        min={0.01}
        precision={2}
        suffix={t(unit)}
        value={value === undefined ? null : value / 100}
        onChange={(yuan) => onChange(yuan === null ? undefined : fenFromYuan(yuan))}
      />
    </FormRow>
  );
}
