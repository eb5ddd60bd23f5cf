import { viewPerson } from '@yilu/customers/contract';
import { type AskError, onTopOf, useAsk, useKeptForm, useText, useToast } from '@yilu/platform/web';
import { useState } from 'react';
import { z } from 'zod';
import { Deal, DealTerms, editDeal, listDeals, Payment, readDeal, registerDeal } from '../contract/index.ts';
import { texts } from './text.ts';

const BuyerDraft = z.object({
  personId: z.string().optional(),
  /** Absent for somebody beyond one's reach. */
  name: z.string().optional(),
  /** Per cent, as people write it. */
  percent: z.number().optional(),
});
type BuyerDraft = z.output<typeof BuyerDraft>;

const words = z.string().optional();

/** As far as it has come: whether it may be saved is for DealTerms to say. Names stand beside the ids that were chosen, for showing what one wrote. */
const Draft = DealTerms.partial().extend({
  buyers: z.array(BuyerDraft),
  discount: words,
  number: words,
  contractNumber: words,
  payments: z.array(Payment.extend({ note: words })).optional(),
  note: words,
  roomLabel: words,
  consultantName: words,
  referrerName: words,
});
export type Draft = z.output<typeof Draft>;

/** What is written, and over what: what comes in later must not pass for read. */
const Writing = z.object({
  /** Chosen for a new deal. */
  projectId: z.string().optional(),
  draft: Draft,
  opened: z.object({ version: z.number(), draft: Draft }),
});
type Writing = z.output<typeof Writing>;

const nobody: BuyerDraft = { personId: undefined, name: '', percent: undefined };
const openedAs = (deal: Deal | undefined): Writing['opened'] => ({ version: deal?.version ?? 0, draft: draftOf(deal) });

export function draftOf(deal: Deal | undefined): Draft {
  if (!deal) return { state: 'SUBSCRIBED', buyers: [nobody], payments: [] };
  const { buyers, state, roomLabel, consultantName, referrerName, ...terms } = deal;
  const parsed = DealTerms.omit({ buyers: true, state: true }).parse(terms);
  return {
    ...parsed,
    ...(state !== 'CANCELLED' && { state }),
    roomLabel,
    consultantName,
    referrerName,
    buyers: buyers.map(({ personId, name, share }) => ({
      personId,
      name,
      percent: share === undefined ? undefined : Math.round(share * 10_000) / 100,
    })),
  };
}

/** A deal as it is being written, kept on this device until it is saved; `theirs` is what somebody else saved meanwhile. */
export function useDeal(likelyProjectId: string | undefined, deal: Deal | undefined, onSaved: (deal: Deal) => void) {
  const t = useText();
  const tell = useToast();
  const name = deal?.state === 'CANCELLED' ? undefined : `deal/${deal?.id ?? 'new'}`;
  const kept = useKeptForm<Writing>(name, Writing, () => ({ draft: draftOf(deal), opened: openedAs(deal) }));
  const { draft, opened } = kept.form;
  const projectId = deal?.projectId ?? kept.form.projectId ?? likelyProjectId;
  const [theirs, setTheirs] = useState<Deal | undefined>();
  const options = {
    invalidates: [listDeals, readDeal, viewPerson],
    onDone: (saved: Deal) => {
      kept.drop();
      tell({ message: t(texts.saved) });
      onSaved(saved);
    },
  };
  const registering = useAsk(registerDeal, options);
  const editing = useAsk(editDeal, options);
  const saving = deal ? editing : registering;
  const change = (part: Partial<Draft>) => kept.change((before) => ({ draft: { ...before.draft, ...part } }));

  const save = async (over = opened) => {
    const { buyers, state, payments = [], roomLabel: _r, consultantName: _c, referrerName: _n, ...terms } = draft;
    const named = buyers.flatMap(({ personId, percent }) =>
      personId ? [{ personId, ...(percent !== undefined && { share: percent / 100 }) }] : [],
    );
    const asked = { ...terms, payments, state: state ?? 'SUBSCRIBED', buyers: named };
    if (!deal) {
      if (projectId) registering.mutate({ ...asked, projectId });
      return;
    }
    try {
      await editing.mutateAsync({ ...asked, dealId: deal.id, version: over.version });
    } catch (error) {
      const current = Deal.safeParse((error as AskError).current);
      if (!current.success) return;
      kept.change({ draft: onTopOf(draftOf(current.data), over.draft, draft) });
      setTheirs(current.data);
    }
  };
  const keepMine = () => {
    if (!theirs) return;
    setTheirs(undefined);
    kept.change({ opened: openedAs(theirs) });
    void save(openedAs(theirs));
  };
  const takeTheirs = () => {
    if (!theirs) return;
    setTheirs(undefined);
    kept.change({ draft: draftOf(theirs), opened: openedAs(theirs) });
    // Nothing of one's own is left to go on with.
    kept.drop();
    editing.reset();
  };
  return {
    kept,
    projectId,
    chooseProject: (projectId: string) => kept.change({ projectId }),
    draft,
    change,
    save: () => void save(),
    saving,
    theirs,
    keepMine,
    takeTheirs,
    leave: () => setTheirs(undefined),
  };
}
