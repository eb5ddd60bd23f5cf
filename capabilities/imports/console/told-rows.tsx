import { download, ErrorState, PrintedOf, useAsk, usePages, useText, useViewer } from '@yilu/platform/web';
import { Button, Input } from 'antd';
import { Download } from 'lucide-react';
import { useState } from 'react';
import {
  errorFile,
  type ImportedRow,
  listImportRows,
  type RowReason,
  readImport,
  repairRow,
} from '../contract/index.ts';
import { texts } from './text.ts';

interface ToldRowsProps {
  readonly importId: string;
  readonly sheetId: string;
  readonly outcome: 'rejected' | 'wentIn';
  /** Whoever brought the file in: what stood in its cells is shown to them alone. */
  readonly startedBy: string;
  /** Rows may still be mended here. */
  readonly isOpen: boolean;
}

/** Rows with something to say: why they were rejected or what was left out, what stood there, and a place to mend it. */
export function ToldRows({ importId, sheetId, outcome, startedBy, isOpen }: ToldRowsProps) {
  const t = useText();
  const isOwn = useViewer().accountId === startedBy;
  const asked = { importId, sheetId, outcome, limit: 20, total: 'true' as const };
  const { rows, total, error, again, hasMore, more } = usePages(listImportRows, asked);
  const isRejected = outcome === 'rejected';
  // Of most sheets nothing is to be told.
  if (!error && !rows?.length) return null;
  return (
    <section className="yl-told" aria-label={t(isRejected ? texts.rejectedRows : texts.problemRows)}>
      <div className="yl-imports-head">
        <h2>
          {t(isRejected ? texts.rejectedRows : texts.problemRows)} {total}
        </h2>
        {!isOwn && <span className="yl-quiet">{t(texts.cellsClosed)}</span>}
        {isOwn && isRejected && (
          <span className="yl-quiet">{t(isOpen ? texts.rejectedHow : texts.rejectedAfterwards)}</span>
        )}
        {isOwn && isRejected && (
          <Button
            icon={<Download size={14} aria-hidden="true" />}
            onClick={() => void download(errorFile, { importId, sheetId })}
          >
            {t(texts.downloadRejected)}
          </Button>
        )}
      </div>
      {error && <ErrorState error={error} onRetry={again} small />}
      {rows && (
        <div className="yl-imports-scroll">
          <table className="yl-imports-table yl-told-table">
            <thead>
              <tr>
                <th scope="col" className="yl-told-number">
                  {t(texts.originalRow)}
                </th>
                {isOwn && <th scope="col">{t(texts.name)}</th>}
                {isOwn && <th scope="col">{t(texts.room)}</th>}
                <th scope="col">{t(isRejected ? texts.why : texts.remark)}</th>
                {isOwn && <th scope="col">{t(texts.given)}</th>}
                <th aria-label={t(texts.mend)} />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <ToldRow
                  key={`${row.sheetId} ${row.row}`}
                  importId={importId}
                  row={row}
                  isOwn={isOwn}
                  isOpen={isOpen}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasMore && <PrintedOf rows={rows?.length ?? 0} total={total} />}
      {hasMore && <Button onClick={more}>{t(texts.more)}</Button>}
    </section>
  );
}

function ToldRow({
  importId,
  row,
  isOwn,
  isOpen,
}: {
  readonly importId: string;
  readonly row: ImportedRow;
  readonly isOwn: boolean;
  readonly isOpen: boolean;
}) {
  const t = useText();
  const [mending, setMending] = useState<RowReason>();
  const mendable = row.reasons.find(({ columnIndex, sort }) => columnIndex !== undefined && sort !== 'difference');
  return (
    <tr>
      <td className="yl-told-cell yl-told-number">{row.row}</td>
      {isOwn && (
        <>
          <td className="yl-told-cell yl-told-name">
            <b>{row.name}</b>
          </td>
          <td className="yl-told-cell yl-told-room">
            <span className="yl-room">{row.room}</span>
          </td>
        </>
      )}
      <td className="yl-told-cell yl-told-why">
        {row.reasons.map((reason) => (
          <div key={`${reason.column} ${reason.code}`}>
            {reason.column && `${reason.column}：`}
            {t(reason.message)}
          </div>
        ))}
      </td>
      {isOwn && (
        <td className="yl-told-cell yl-told-was">
          {row.reasons.map(
            (reason) =>
              reason.given && (
                <span key={`${reason.column} ${reason.code}`} className={`yl-told-given yl-told-${row.outcome}`}>
                  {reason.given}
                </span>
              ),
          )}
        </td>
      )}
      <td className="yl-told-cell yl-told-act">
        {isOpen &&
          mendable &&
          (mending ? (
            <MendCell importId={importId} row={row} reason={mending} onDone={() => setMending(undefined)} />
          ) : (
            <Button type="link" size="small" onClick={() => setMending(mendable)}>
              {t(texts.mend)}
            </Button>
          ))}
      </td>
    </tr>
  );
}

interface MendCellProps {
  readonly importId: string;
  readonly row: ImportedRow;
  readonly reason: RowReason;
  readonly onDone: () => void;
}

function MendCell({ importId, row, reason, onDone }: MendCellProps) {
  const t = useText();
  const [text, setText] = useState('');
  const asking = useAsk(repairRow, { invalidates: [readImport, listImportRows], onDone });
  const save = () =>
    asking.mutate({ importId, sheetId: row.sheetId, row: row.row, cells: [{ column: reason.columnIndex ?? 0, text }] });
  return (
    <span className="yl-told-mend">
      <Input
        size="small"
        autoFocus
        aria-label={`${t(texts.mendColumn)} ${reason.column}`}
        placeholder={reason.column}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={save}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      />
      <Button size="small" loading={asking.isPending} onClick={save}>
        {t(texts.save)}
      </Button>
      {asking.error && <span role="alert">{asking.error.message}</span>}
    </span>
  );
}
