import { download, useAsk, useFormats, useMay, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { useRef } from 'react';
import {
  approveExports,
  bookColumns,
  type CustomerExport,
  exportKeptHours,
  fetchExport,
  listExports,
  releaseExport,
  withdrawExport,
} from '../contract/index.ts';
import { texts } from './text.ts';

interface ExportLineProps {
  readonly made: CustomerExport;
  /** The one that a notice speaks of. */
  readonly isMeant: boolean;
}

/** One export: who takes what along and what for, how it stands, and what the reader may do about it (SEC-09). */
export function ExportLine({ made, isMeant }: ExportLineProps) {
  const t = useText();
  const may = useMay();
  const { instant, number, now } = useFormats();
  const line = useRef<HTMLLIElement>(null);
  // The pressed button goes; the focus stays at its line.
  const then = { invalidates: [listExports], onDone: () => line.current?.focus() };
  const releasing = useAsk(releaseExport, then);
  const withdrawing = useAsk(withdrawExport, then);
  const error = releasing.error ?? withdrawing.error;
  const state = stateOf(made, now);
  const mayRelease = may(approveExports);
  const mayEnd = (state === 'waiting' && (made.own || mayRelease)) || (state === 'released' && !made.own && mayRelease);
  const columns = made.columns.map((column) => t(bookColumns[column].title)).join(t({ zh: '、', en: ', ' }));
  return (
    <li ref={line} tabIndex={-1}>
      <span>
        {made.by} · {number(made.rows)} {t(texts.unit)} · {made.format === 'xlsx' ? 'Excel' : 'CSV'}
        <br />
        <span className="yl-quiet">
          {instant(made.askedAt)} · {made.reason}
        </span>
        <br />
        <span className="yl-foot">{columns}</span>
      </span>
      <span className="sg-export-acts">
        {(state !== 'released' || !made.own) && !(state === 'waiting' && mayRelease) && (
          <span className="yl-quiet">{t(texts[state])}</span>
        )}
        {state === 'released' && made.own && (
          <Button
            size="small"
            type={isMeant ? 'primary' : 'default'}
            autoFocus={isMeant}
            onClick={() => void download(fetchExport, { exportId: made.id })}
          >
            {t(texts.fetch)}
          </Button>
        )}
        {state === 'waiting' && mayRelease && (
          <Button
            size="small"
            type={isMeant ? 'primary' : 'default'}
            autoFocus={isMeant}
            loading={releasing.isPending}
            onClick={() => releasing.mutate({ exportId: made.id })}
          >
            {t(texts.release)}
          </Button>
        )}
        {mayEnd && (
          <Button
            size="small"
            loading={withdrawing.isPending}
            onClick={() => withdrawing.mutate({ exportId: made.id })}
          >
            {t(made.own ? texts.takeBack : state === 'waiting' ? texts.refuse : texts.takeReleaseBack)}
          </Button>
        )}
      </span>
      {error && (
        <p className="yl-late" role="alert">
          {error.message}
        </p>
      )}
    </li>
  );
}

type State = 'waiting' | 'released' | 'isOver' | NonNullable<CustomerExport['withdrawnAs']>;

function stateOf({ withdrawnAs, releasedAt }: CustomerExport, now: Date): State {
  if (withdrawnAs) return withdrawnAs;
  if (!releasedAt) return 'waiting';
  return now.getTime() - releasedAt.getTime() > exportKeptHours * 3_600_000 ? 'isOver' : 'released';
}
