import { ConflictDialog, type ConflictField, useFormats, useText } from '@yilu/platform/web';
import { methodTitles, type Step, stateTitles, stepTitles } from '../contract/index.ts';
import { texts } from './text.ts';
import { useBuyerNames } from './use-buyer-names.ts';
import { type Draft, draftOf, type useDeal } from './use-deal.ts';

/** Two people edited the same deal: whatever differs, side by side. */
export function DealConflict({ writing }: { readonly writing: ReturnType<typeof useDeal> }) {
  const { draft, theirs, keepMine, takeTheirs, leave } = writing;
  const spoken = useSpoken();
  return (
    <ConflictDialog
      open={theirs !== undefined}
      fields={theirs ? differing(spoken(draftOf(theirs)), spoken(draft)) : []}
      onKeepMine={keepMine}
      onTakeTheirs={takeTheirs}
      onClose={leave}
    />
  );
}

type Line = readonly [title: string, value: string];

function differing(theirs: readonly Line[], mine: readonly Line[]): ConflictField[] {
  return theirs.flatMap(([title, value], at) => {
    const own = mine[at]?.[1] ?? '';
    return own === value ? [] : [{ title, theirs: value || '—', mine: own || '—' }];
  });
}

const written = ['number', 'contractNumber', 'discount', 'note'] as const;
const amounts = {
  amountFen: texts.amount,
  unitPriceFen: texts.unitPrice,
  listAmountFen: texts.listAmount,
  intentionMoneyFen: texts.intentionMoney,
  depositFen: texts.deposit,
} as const;

/** Every field of a draft as people read it, always in the same order. */
function useSpoken(): (draft: Draft) => readonly Line[] {
  const t = useText();
  const namesOf = useBuyerNames();
  const formats = useFormats();
  return (draft) => [
    [t(texts.state), draft.state ? t(stateTitles[draft.state]) : ''],
    [t(texts.room), draft.roomId ? (draft.roomLabel ?? '') : ''],
    [
      t(texts.buyers),
      draft.buyers
        .filter(({ personId }) => personId)
        .map((buyer) => (buyer.percent === undefined ? namesOf([buyer]) : `${namesOf([buyer])} ${buyer.percent}%`))
        .join('、'),
    ],
    ...(Object.keys(stepTitles) as Step[]).map((step): Line => [t(stepTitles[step]), draft[step] ?? '']),
    ...(Object.keys(amounts) as (keyof typeof amounts)[]).map((key): Line => [t(amounts[key]), yuan(draft[key])]),
    [t(texts.method), draft.paymentMethod ? t(methodTitles[draft.paymentMethod]) : ''],
    ...written.map((field): Line => [t(texts[field]), draft[field] ?? '']),
    [t(texts.consultant), draft.consultantId ? (draft.consultantName ?? '') : ''],
    [t(texts.referrer), draft.referrerId ? (draft.referrerName ?? '') : ''],
    [
      t(texts.payments),
      (draft.payments ?? [])
        .map(({ amountFen, receivedOn }) => `${formats.column(receivedOn)} ${yuan(amountFen)}`)
        .join('、'),
    ],
  ];
}

function yuan(fen: number | undefined): string {
  return fen === undefined ? '' : (fen / 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 });
}
