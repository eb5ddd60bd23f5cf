import {
  type Column,
  EmptyState,
  pathTo,
  TabbedList,
  useFormats,
  useGo,
  useMay,
  usePages,
  useProjectId,
  useTabs,
  useText,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { useMemo } from 'react';
import { type Deal, DealState, editDeals, listDeals, methodTitles, stateTitles } from '../contract/index.ts';
import { addresses } from './addresses.ts';
import { texts } from './text.ts';
import { useBuyerNames } from './use-buyer-names.ts';
import './sales.css';

/** All deals in reach, latest change first. */
export function DealsPage() {
  const t = useText();
  const namesOf = useBuyerNames();
  const go = useGo();
  const may = useMay();
  const projectId = useProjectId();
  const state = useTabs('state', DealState.options, stateTitles);
  const deals = usePages(listDeals, {
    limit: 50,
    ...(projectId && { projectId }),
    ...(state.chosen && { state: state.chosen }),
  });
  const columns = useColumns();
  const create = may(editDeals) && (
    <Button type="primary" onClick={() => go(addresses.newDeal)}>
      {t(texts.newDeal)}
    </Button>
  );
  return (
    <TabbedList
      title={t(texts.deals)}
      actions={create}
      by={{ label: t(texts.state), ...state.tabs }}
      pages={deals}
      notLoaded={t(texts.notLoaded)}
      empty={<EmptyState title={t(texts.nothing)}>{t(texts.nothingWhy)}</EmptyState>}
      columns={columns}
      keyOf={({ id }) => id}
      nameOf={({ buyers }) => namesOf(buyers)}
      onOpen={({ id }) => go(pathTo({ path: addresses.deal }, { dealId: id }))}
      card={(deal) => <DealCard deal={deal} />}
    />
  );
}

/** A deal on a telephone: who bought which room for how much, and how far it is. */
function DealCard({ deal }: { readonly deal: Deal }) {
  const t = useText();
  const namesOf = useBuyerNames();
  const formats = useFormats();
  const { buyers, roomLabel, state, amountFen, signedOn, consultantName } = deal;
  const rest = [t(stateTitles[state]), signedOn && formats.date(signedOn), consultantName].filter(Boolean);
  return (
    <>
      <div className="sa-card-line">
        <b className="yl-strong">{namesOf(buyers)}</b>
        <span className="yl-quiet">{roomLabel}</span>
        {amountFen !== undefined && <span className="yl-number">{formats.money(amountFen)}</span>}
      </div>
      <div className="yl-quiet">{rest.join(' · ')}</div>
    </>
  );
}

function useColumns(): readonly Column<Deal>[] {
  const t = useText();
  const namesOf = useBuyerNames();
  const formats = useFormats();
  return useMemo(
    () => [
      {
        key: 'buyers',
        title: t(texts.buyers),
        width: 160,
        fixed: true,
        cell: ({ buyers }) => <b>{namesOf(buyers)}</b>,
      },
      { key: 'room', title: t(texts.room), width: 110, cell: ({ roomLabel }) => roomLabel ?? '' },
      { key: 'state', title: t(texts.state), width: 90, cell: ({ state }) => t(stateTitles[state]) },
      {
        key: 'amount',
        title: t(texts.amountInYuan),
        width: 140,
        align: 'right',
        cell: ({ amountFen }) => (amountFen === undefined ? '' : formats.amount(amountFen)),
      },
      {
        key: 'received',
        title: t(texts.received),
        width: 140,
        align: 'right',
        cell: ({ receivedFen }) => (receivedFen === 0 ? '' : formats.amount(receivedFen)),
      },
      {
        key: 'signed',
        title: t(texts.signed),
        width: 96,
        cell: ({ signedOn }) => signedOn && formats.column(signedOn),
      },
      {
        key: 'method',
        title: t(texts.method),
        width: 110,
        cell: ({ paymentMethod }) => paymentMethod && t(methodTitles[paymentMethod]),
      },
      { key: 'consultant', title: t(texts.consultant), width: 100, cell: ({ consultantName }) => consultantName ?? '' },
    ],
    [t, formats, namesOf],
  );
}
