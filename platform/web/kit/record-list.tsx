import { Button } from 'antd';
import { type ReactNode, useDeferredValue } from 'react';
import type { Pages } from '../ask/use-pages.ts';
import { useText } from '../text/language.ts';
import { ErrorState } from './error-state.tsx';
import { LoadingState } from './loading-state.tsx';
import { RecordTable, type RecordTableProps } from './record-table.tsx';

const texts = {
  rest: { zh: '后面的没有取到。', en: 'The rest could not be loaded.' },
  again: { zh: '再取一次', en: 'Try again' },
};

interface RecordListProps<Row>
  extends Omit<RecordTableProps<Row>, 'rows' | 'question' | 'hasMore' | 'onMore' | 'onSight' | 'faded'> {
  /** From `usePages`. */
  readonly pages: Pages<Row>;
  /** In place of the table when there is nothing: why, and one act. */
  readonly empty: ReactNode;
  /** 没有取到成交. */
  readonly notLoaded?: string;
}

/** A list as it stands: failed, on its way, empty, or the table, which reads on by itself as its end comes near. */
export function RecordList<Row>({ pages, empty, notLoaded, ...table }: RecordListProps<Row>) {
  const t = useText();
  const { error, again } = pages;
  // A table of new rows is drawn in small pieces, and keys and clicks are heard in between.
  const shown = useDeferredValue(pages.shown);
  if (!shown && error) return <ErrorState error={error} onRetry={again} {...(notLoaded && { title: notLoaded })} />;
  if (!shown) return <LoadingState shape="table" rows={10} />;
  const { rows, question, isPrevious } = shown;
  if (rows.length === 0) return empty;
  return (
    <>
      <RecordTable
        total={pages.total}
        {...table}
        rows={rows}
        question={question}
        hasMore={pages.hasMore}
        onMore={pages.more}
        onSight={(first, last) => pages.see({ question, first, last })}
        faded={isPrevious}
      />
      {error && (
        <p className="yl-list-cut" role="alert">
          {t(texts.rest)} {error.message}
          <Button type="link" onClick={again}>
            {t(texts.again)}
          </Button>
        </p>
      )}
    </>
  );
}
