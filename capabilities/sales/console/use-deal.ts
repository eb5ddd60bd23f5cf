import { viewPerson } from '@yilu/customers/contract';
import { useAsk, useText, useToast } from '@yilu/platform/web';
import { useState } from 'react';
import { type Deal, DealTerms, editDeal, listDeals, readDeal, registerDeal } from '../contract/index.ts';
import { texts } from './text.ts';

export interface BuyerDraft {
  readonly personId: string | undefined;
  readonly name: string;
  /** Per cent, as people write it. */
  readonly percent: number | undefined;
}
export type Draft = Partial<Omit<DealTerms, 'buyers'>> & { readonly buyers: readonly BuyerDraft[] };

const nobody: BuyerDraft = { personId: undefined, name: '', percent: undefined };

function draftOf(deal: Deal | undefined): Draft {
  if (!deal) return { state: 'SUBSCRIBED', buyers: [nobody], payments: [] };
  const { buyers, state, ...terms } = deal;
  const parsed = DealTerms.omit({ buyers: true, state: true }).parse(terms);
  return {
    ...parsed,
    ...(state !== 'CANCELLED' && { state }),
    buyers: buyers.map(({ personId, name, share }) => ({
      personId,
      name,
      percent: share === undefined ? undefined : Math.round(share * 10_000) / 100,
    })),
  };
}

/** A deal as it is being written, and how it is saved. */
export function useDeal(projectId: string | undefined, deal: Deal | undefined, onSaved: (deal: Deal) => void) {
  const t = useText();
  const tell = useToast();
  const [draft, setDraft] = useState<Draft>(() => draftOf(deal));
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
  const save = () => {
    const { buyers, state, payments = [], ...terms } = draft;
    const named = buyers.flatMap(({ personId, percent }) =>
      personId ? [{ personId, ...(percent !== undefined && { share: percent / 100 }) }] : [],
    );
    const asked = { ...terms, payments, state: state ?? 'SUBSCRIBED', buyers: named };
    if (deal) editing.mutate({ ...asked, dealId: deal.id, version: deal.version });
    else if (projectId) registering.mutate({ ...asked, projectId });
  };
  return { draft, change, save, saving };
}
