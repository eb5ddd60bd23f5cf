import { personAddress, registerAddress } from '@yilu/customers/console';
import { editCustomers } from '@yilu/customers/contract';
import {
  BulkBar,
  ColumnChooser,
  EmptyState,
  ErrorState,
  FilterBar,
  LoadingState,
  later,
  PageBody,
  PageHeader,
  pathTo,
  RecordList,
  useAnswer,
  useFormats,
  useGo,
  useIsPhone,
  useMay,
  useNarrowing,
  useOnce,
  useOutdate,
  usePages,
  usePreparePages,
  useQueryState,
  useShortcut,
  useText,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { Download, Plus } from 'lucide-react';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import {
  type BookRow,
  type BookSelection,
  type BookSettings,
  countBook,
  countViews,
  exportBook,
  type FilterGroup,
  listViews,
  mostWaitingCounted,
  readBook,
  readBookSettings,
  type SavedView,
} from '../contract/index.ts';
import { BookCard } from './book-card.tsx';
import { arrangementOf, useBookColumns } from './book-columns.tsx';
import { useBookFields } from './book-fields.ts';
import { type BookState, questionOf, sortShown, useBookState } from './book-state.ts';
import './book.css';
import { BulkWork, useBulkActions } from './bulk-actions.tsx';
import { Nobody } from './nobody.tsx';
import { texts, waitingWords } from './text.ts';
import { useArrangement } from './use-arrangement.ts';
import { useWaiting } from './use-waiting.ts';
import { BookTabs } from './view-menu.tsx';

const ExportPanel = later(async () => (await import('./export-panel.tsx')).ExportPanel);

const keyOf = ({ projectId, personId }: BookRow) => `${projectId}/${personId}`;
/** A page of the list as it is asked for (`$rows` of the first needs): a screen shows a quarter of it. */
const rowsAtOnce = { desk: 100, phone: 30 };
const nameOf = ({ name }: BookRow) => name;

/** 客户: everybody in reach, found, sorted, acted on and taken along. */
export function BookPage() {
  const t = useText();
  const views = useAnswer(listViews, {}, { fresh: 60_000 });
  const settings = useAnswer(readBookSettings, {}, { fresh: 300_000 });
  const isReady = useDeferredValue(views.data !== undefined && settings.data !== undefined);
  const error = views.error ?? settings.error;
  const again = () => Promise.all([views.refetch(), settings.refetch()]);
  if (!error && isReady && views.data && settings.data)
    return <Book key={settings.data.defaultView} views={views.data} settings={settings.data} />;
  return (
    <>
      <PageHeader title={t(texts.customers)} />
      <PageBody full>
        {error ? (
          <ErrorState error={error} title={t(texts.notLoaded)} onRetry={again} />
        ) : (
          <LoadingState shape="table" rows={12} />
        )}
      </PageBody>
    </>
  );
}

interface BookProps {
  readonly views: readonly SavedView[];
  readonly settings: BookSettings;
}

function Book({ views, settings }: BookProps) {
  const t = useText();
  const go = useGo();
  const may = useMay();
  const projectId = useNarrowing();
  const state = useBookState(views, settings.defaultView);
  const isPhone = useIsPhone();
  const formats = useFormats();
  const limit = isPhone ? rowsAtOnce.phone : rowsAtOnce.desk;
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [allChosen, chooseAll] = useState(false);
  const { exporting, exportNow, closeExport, exportMeant } = useExporting();
  const exportedOnce = useOnce(exporting);
  const [layout, arrange] = useArrangement(state.view, settings);
  const columns = useBookColumns(layout);

  const selection = useMemo(
    () => selectionOf(state.search, state.filter, projectId),
    [state.search, state.filter, projectId],
  );
  const asked = askedOf(selection);
  const pages = usePages(readBook, { ...asked, sort: state.sort, limit });
  // All of the selection shows as chosen in every row that is read.
  const ticked = useMemo(() => (allChosen ? new Set(pages.rows?.map(keyOf)) : chosen), [allChosen, pages.rows, chosen]);
  const prepare = usePreparePages();
  const count = useAnswer(countBook, asked, { keep: true });
  const total = count.data?.customers;
  const outdate = useOutdate();
  const waiting = useWaiting(projectId, (left) => {
    outdate(countBook, countViews);
    // Whoever has read on keeps their place until all are there.
    if (left === 0 || (pages.rows?.length ?? 0) <= limit) pages.again();
  });
  const reckoning = t(waitingWords(formats.number(waiting), waiting >= mostWaitingCounted));

  const makeReady = (view: SavedView) => {
    const { search, filter, sort } = questionOf(view);
    prepare(readBook, { ...askedOf(selectionOf(search, filter, projectId)), sort, limit });
  };

  const clearChoice = () => {
    choose(new Set());
    chooseAll(false);
  };
  const bulk = useBulkActions({
    chosen: allChosen ? { all: selection } : { customers: [...chosen].map(toCustomer) },
    count: allChosen ? (total ?? 0) : chosen.size,
    onStarted: clearChoice,
  });
  useShortcut('/', () => document.querySelector<HTMLInputElement>('.yl-filter-search input')?.focus());
  useShortcut('Escape', clearChoice, { when: chosen.size > 0 });

  return (
    <>
      <PageHeader
        open
        title={t(texts.customers)}
        actions={
          <>
            {may(exportBook) && (
              <Button icon={<Download size={16} aria-hidden="true" />} onClick={exportNow}>
                {t(texts.export)}
              </Button>
            )}
            {may(editCustomers) && (
              <Button
                type="primary"
                icon={<Plus size={16} aria-hidden="true" />}
                onClick={() => go(pathTo(registerAddress, {}))}
              >
                {t(texts.register)}
              </Button>
            )}
          </>
        }
      >
        <BookTabs views={views} state={state} settings={settings} columns={arrangementOf(layout)} onNear={makeReady} />
      </PageHeader>
      <PageBody full>
        <BookFilter state={state}>
          {waiting > 0 && pages.rows?.length !== 0 && (
            <span className="yl-quiet" role="status">
              {reckoning}
            </span>
          )}
          {total !== undefined && (total > 0 || waiting === 0) && (
            <span className="yl-quiet">
              {t(shownWords(pages.rows && formats.number(pages.rows.length), formats.number(total)))}
            </span>
          )}
          {!isPhone && <ColumnChooser columns={columns} layout={layout} onLayout={arrange} />}
        </BookFilter>
        <BulkWork work={bulk.work} />
        <RecordList
          pages={pages}
          notLoaded={t(texts.notLoaded)}
          empty={
            waiting > 0 ? (
              <EmptyState small title={reckoning}>
                {t(texts.soonHere)}
              </EmptyState>
            ) : (
              <Nobody isFiltered={state.isChanged || state.view?.id !== 'all'} onClear={state.clear} />
            )
          }
          label={t(texts.customers)}
          columns={columns}
          keyOf={keyOf}
          nameOf={nameOf}
          onOpen={(row) => go(pathTo(personAddress, { personId: row.personId }))}
          sort={sortShown(state.sort)}
          onSort={state.setSort}
          chosen={ticked}
          onChosen={(next) => {
            choose(next);
            chooseAll(false);
          }}
          layout={layout}
          onLayout={arrange}
          total={total}
          card={(row) => <BookCard row={row} />}
        />
      </PageBody>
      <BulkBar
        count={allChosen ? (total ?? chosen.size) : chosen.size}
        unit={t(texts.unit)}
        actions={bulk.actions}
        onClear={clearChoice}
        all={total === undefined ? undefined : { total, chosen: allChosen, choose: () => chooseAll(true) }}
      />
      {bulk.panel}
      {exportedOnce && (
        <ExportPanel
          open={exporting}
          onClose={closeExport}
          meant={exportMeant}
          wish={{ selection, sort: state.sort, columns: arrangementOf(layout).map(({ key }) => key) }}
          total={total}
        />
      )}
    </>
  );
}

/** What it can be asked for is fetched when somebody is about to ask, or has asked already. */
function BookFilter({ state, children }: { readonly state: BookState; readonly children: ReactNode }) {
  const t = useText();
  const [isNear, come] = useState(false);
  const fields = useBookFields(isNear || state.shown.of.length > 0, state.shown);
  return (
    <FilterBar
      search={{ value: state.search, onChange: state.setSearch, placeholder: t(texts.search) }}
      fields={fields}
      filter={state.shown}
      onFilter={state.setFilter}
      onNear={() => come(true)}
    >
      {children}
    </FilterBar>
  );
}

/** The panel of exports: opened here, or by a notice that one was released. */
function useExporting() {
  const [asked, ask] = useState(false);
  const [exportMeant, setMeant] = useQueryState('export');
  return {
    exporting: asked || exportMeant !== undefined,
    exportMeant,
    exportNow: () => ask(true),
    closeExport: () => {
      ask(false);
      if (exportMeant !== undefined) setMeant(undefined);
    },
  };
}

function selectionOf(search: string, filter: FilterGroup | undefined, projectId: string | undefined): BookSelection {
  return { ...(search && { search }), ...(filter && { filter }), ...(projectId && { projectId }) };
}

function askedOf(selection: BookSelection) {
  return { ...selection, filter: selection.filter && JSON.stringify(selection.filter) };
}

function toCustomer(key: string): { projectId: string; personId: string } {
  const [projectId = '', personId = ''] = key.split('/');
  return { projectId, personId };
}

function shownWords(here: string | undefined, all: string) {
  if (all === '0') return { zh: '没有客户', en: 'Nobody' };
  if (here === undefined) return { zh: `共 ${all} 户`, en: `${all} in all` };
  return { zh: `第 1–${here} 户，共 ${all} 户`, en: `1–${here} of ${all}` };
}
