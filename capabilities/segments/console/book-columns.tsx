import type { Day } from '@yilu/platform/contract';
import { type Column, type TableLayout, useFormats, useIsPrinting, useLanguage, useText } from '@yilu/platform/web';
import { type ReactNode, useMemo } from 'react';
import {
  type ArrangedColumn,
  type BookRow,
  bookColumns,
  type ColumnKey,
  columnKeys,
  standingTexts,
} from '../contract/index.ts';
import { useEntries } from './book-fields.ts';
import { ExplainedLabel, Grade } from './label-chip.tsx';
import { texts } from './text.ts';

const onTheRight: readonly ColumnKey[] = [
  'completeness',
  'lastContactOn',
  'age',
  'visits',
  'amount',
  'currentScore',
  'futureScore',
  'registeredOn',
  'deliveredOn',
  'changesOn',
  'completenessDueOn',
];

/** English words are longer than the shipped widths, which are those of the Chinese ones. */
const widerInEnglish: Partial<Record<ColumnKey, number>> = {
  lifecycle: 140,
  value: 124,
  activity: 100,
  completeness: 108,
  lastContactOn: 108,
  responsible: 104,
};

/** The book's columns with their cells; a label explains itself where it stands. */
export function useBookColumns({ hidden }: TableLayout): readonly Column<BookRow>[] {
  const t = useText();
  const { language } = useLanguage();
  const formats = useFormats();
  const nameIn = useEntryNames(hidden);
  // Days since are of today; a paper is read later.
  const isPrinting = useIsPrinting();
  return useMemo(() => {
    const dash = <span className="yl-quiet">{t(texts.none)}</span>;
    const label = (row: BookRow, kind: 'lifecycle' | 'value' | 'activity', value: string | undefined) =>
      value === undefined ? (
        dash
      ) : (
        <ExplainedLabel label={kind} value={value} personId={row.personId} projectId={row.projectId} />
      );
    const day = (on: Day | undefined) => (on ? formats.column(on) : dash);
    const list = (ids: readonly string[], key: string) => ids.map((id) => nameIn(key, id)).join('、') || dash;
    const cells: Readonly<Record<ColumnKey, (row: BookRow) => ReactNode>> = {
      name: (row) => <b className="yl-strong">{row.name}</b>,
      rooms: (row) => row.rooms ?? dash,
      phone: (row) => (row.phone ? <span className="yl-number">{formats.phone(row.phone)}</span> : dash),
      standing: (row) => t(standingTexts[row.standing]),
      intentGrade: (row) => (row.intentGrade ? <Grade value={row.intentGrade} /> : dash),
      lifecycle: (row) => label(row, 'lifecycle', row.lifecycle),
      value: (row) => label(row, 'value', row.value),
      activity: (row) => label(row, 'activity', row.activity),
      completeness: (row) => <Completeness row={row} />,
      lastContactOn: ({ lastContactOn: on }) => (on ? (isPrinting ? on : formats.ago(on)) : dash),
      nextTaskOn: (row) => <NextStep row={row} today={formats.today} day={formats.day} />,
      responsible: (row) => row.responsible ?? dash,
      project: (row) => row.project,
      tags: (row) => list(row.tags, 'settings.tags'),
      circles: (row) => list(row.circles, 'settings.circles'),
      source: (row) => (row.source ? nameIn('settings.sources', row.source) : dash),
      birthday: (row) => (row.birthday ? row.birthday.replace('-', '/') : dash),
      age: (row) => row.age ?? dash,
      visits: (row) => row.visits,
      amount: (row) => (row.amountFen === undefined ? dash : formats.amount(row.amountFen)),
      currentScore: (row) => row.currentScore ?? dash,
      futureScore: (row) => row.futureScore ?? dash,
      registeredOn: (row) => day(row.registeredOn),
      deliveredOn: (row) => day(row.deliveredOn),
      changesOn: (row) => day(row.changesOn),
      completenessDueOn: (row) => day(row.completenessDueOn),
    };
    return columnKeys.map((key) => ({
      key,
      title: t(bookColumns[key].title),
      width: (language === 'en' && widerInEnglish[key]) || bookColumns[key].width,
      sortable: true,
      hiddenAtFirst: !bookColumns[key].shipped,
      cell: cells[key],
      ...(key === 'name' && { fixed: true }),
      ...(onTheRight.includes(key) && { align: 'right' as const }),
    }));
  }, [t, language, formats, nameIn, isPrinting]);
}

function Completeness({ row }: { readonly row: BookRow }) {
  const t = useText();
  const { completeness, completenessLine, personId, projectId } = row;
  if (completeness === undefined) return <span className="yl-quiet">{t(texts.none)}</span>;
  const isShort = completenessLine !== undefined && completeness < completenessLine;
  return (
    <span className={isShort ? 'sg-percent sg-short' : 'sg-percent'}>
      <ExplainedLabel label="completeness" value={String(completeness)} personId={personId} projectId={projectId} />
    </span>
  );
}

interface NextStepProps {
  readonly row: BookRow;
  readonly today: Day;
  readonly day: (day: Day) => string;
}

/** When and what: late in red, today in the accent. */
function NextStep({ row: { nextTaskOn, nextTask }, today, day }: NextStepProps) {
  const t = useText();
  if (!nextTaskOn) return <span className="yl-quiet">{t(texts.none)}</span>;
  const tone = nextTaskOn < today ? 'sg-when sg-when-late' : nextTaskOn === today ? 'sg-when sg-when-today' : 'sg-when';
  const when = nextTaskOn < today ? t({ zh: '逾期', en: 'Overdue' }) : day(nextTaskOn);
  return (
    <>
      <span className={tone}>{when}</span>
      {nextTask}
    </>
  );
}

/** Of the columns that are shown: each list of choices is a question, and its answer draws all rows anew. */
function useEntryNames(hidden: readonly string[]): (dictionary: string, id: string) => string {
  const t = useText();
  const tags = useEntries('settings.tags', !hidden.includes('tags'));
  const circles = useEntries('settings.circles', !hidden.includes('circles'));
  const sources = useEntries('settings.sources', !hidden.includes('source'));
  return useMemo(() => {
    const known = new Map(
      Object.entries({ 'settings.tags': tags, 'settings.circles': circles, 'settings.sources': sources }).flatMap(
        ([key, entries]) => entries.map(({ value, title }) => [`${key}/${value}`, title] as const),
      ),
    );
    return (dictionary, id) => {
      const title = known.get(`${dictionary}/${id}`);
      return title ? t(title) : id;
    };
  }, [t, tags, circles, sources]);
}

/** The kit's layout of columns and the kept arrangement, one into the other. */
export function layoutOf(arranged: readonly ArrangedColumn[]): TableLayout {
  const shown = arranged.map(({ key }) => key);
  const rest = columnKeys.filter((key) => !shown.includes(key));
  return {
    order: [...shown, ...rest],
    hidden: rest,
    // A width as shipped is nobody's wish, and may differ from language to language.
    widths: Object.fromEntries(
      arranged.filter(({ key, width }) => width !== bookColumns[key].width).map(({ key, width }) => [key, width]),
    ),
  };
}

export function arrangementOf(layout: TableLayout): ArrangedColumn[] {
  return layout.order
    .filter((key): key is ColumnKey => key in bookColumns && (key === 'name' || !layout.hidden.includes(key)))
    .map((key) => ({
      key,
      width: Math.round(Math.min(600, Math.max(48, layout.widths[key] ?? bookColumns[key].width))),
    }));
}
