import { viewPerson } from '@yilu/customers/contract';
import { type AskError, onTopOf, useAsk, useText, useToast } from '@yilu/platform/web';
import { useState } from 'react';
import { Deal, DealTerms, editDeal, listDeals, readDeal, registerDeal } from '../contract/index.ts';
import { texts } from './text.ts';

export interface BuyerDraft {
  readonly personId: string | undefined;
  /** Absent for somebody beyond one's reach. */
  readonly name: string | undefined;
  /** Per cent, as people write it. */
  readonly percent: number | undefined;
}
/** Names stand beside the ids that were chosen, for showing what one wrote. */
export type Draft = Partial<Omit<DealTerms, 'buyers'>> & {
  readonly buyers: readonly BuyerDraft[];
  readonly roomLabel?: string | undefined;
  readonly consultantName?: string | undefined;
  readonly referrerName?: string | undefined;
};

const nobody: BuyerDraft = { personId: undefined, name: '', percent: undefined };

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

/** A deal as it is being written, and how it is saved; `theirs` is what somebody else saved meanwhile. */
export function useDeal(projectId: string | undefined, deal: Deal | undefined, onSaved: (deal: Deal) => void) {
  const t = useText();
  const tell = useToast();
  const [draft, setDraft] = useState<Draft>(() => draftOf(deal));
  // The record that the draft began from: what comes in later must not pass for read.
  const [opened, setOpened] = useState(deal);
  const [theirs, setTheirs] = useState<Deal | undefined>();
  const options = {
    invalidates: [listDeals, readDeal, viewPerson],
    onDone: (saved: Deal) => {
      tell({ message: t(texts.saved) });
      onSaved(saved);
    },
  };
  const registering = useAsk(registerDeal, options);
  const editing = useAsk(editDeal, options);
  const saving = deal ? editing : registering;
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));

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
      await editing.mutateAsync({ ...asked, dealId: deal.id, version: over?.version ?? 0 });
    } catch (error) {
      const current = Deal.safeParse((error as AskError).current);
      if (!current.success) return;
      setDraft(onTopOf(draftOf(current.data), draftOf(over), draft));
      setTheirs(current.data);
    }
  };
  const keepMine = () => {
    if (!theirs) return;
    setTheirs(undefined);
    setOpened(theirs);
    void save(theirs);
  };
  const takeTheirs = () => {
    if (!theirs) return;
    setTheirs(undefined);
    setOpened(theirs);
    setDraft(draftOf(theirs));
    editing.reset();
  };
  return {
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
