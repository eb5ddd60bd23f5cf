import {
  type BulkAction,
  LongWork,
  later,
  useAnswer,
  useAsk,
  useMay,
  useOutdate,
  useText,
  useToast,
} from '@yilu/platform/web';
import { CircleDot, ListPlus, Tag, UserRoundCheck, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import {
  actInBulk,
  type BulkAct,
  type BulkDeed,
  type Chosen,
  countBook,
  countViews,
  countWaiting,
  readBook,
  readBulkAct,
  startBulkAct,
  undoBulkAct,
} from '../contract/index.ts';
import { bulkDoneWords, texts } from './text.ts';

const DeedPanel = later(async () => (await import('./bulk-deed-panel.tsx')).DeedPanel);

type Kind = BulkDeed['kind'];

interface BulkAsked {
  readonly chosen: Chosen;
  readonly count: number;
  readonly onStarted: () => void;
}

/** What can be done with the chosen customers, the panel that asks for the particulars, and the work under way. */
export function useBulkActions({ chosen, count, onStarted }: BulkAsked) {
  const t = useText();
  const may = useMay();
  const [kind, setKind] = useState<Kind | undefined>();
  const [work, setWork] = useState<BulkAct | undefined>();
  const start = useAsk(startBulkAct, {
    onDone: (begun) => {
      setWork(begun);
      setKind(undefined);
      onStarted();
    },
  });
  const offered: readonly (readonly [Kind, keyof typeof texts, BulkAction['icon']])[] = [
    ['task', 'task', ListPlus],
    ['entrust', 'entrust', UserRoundCheck],
    ['addTag', 'tag', Tag],
    ['removeTag', 'untag', X],
    ['addCircle', 'circle', CircleDot],
  ];
  const actions: BulkAction[] = may(actInBulk)
    ? offered.map(([each, title, icon]) => ({ title: t(texts[title]), icon, run: () => setKind(each) }))
    : [];
  const panel = kind && (
    <DeedPanel
      key={kind}
      kind={kind}
      count={count}
      error={start.error?.message}
      isPending={start.isPending}
      onClose={() => setKind(undefined)}
      onDo={(deed) => start.mutate({ deed, chosen })}
    />
  );
  return { actions, panel, work };
}

/** Counted while it runs; when it is done it reports back and can be undone, and the undoing is counted too. */
export function BulkWork({ work }: { readonly work: BulkAct | undefined }) {
  const t = useText();
  const tell = useToast();
  const outdate = useOutdate();
  const [reported, report] = useState<string | undefined>();
  const [back, takeBack] = useState<{ readonly act: BulkAct; readonly done: () => void } | undefined>();
  const watched = back?.act ?? work;
  const isRunning = watched !== undefined && (back !== undefined || watched.id !== reported);
  const { data } = useAnswer(
    readBulkAct,
    { bulkId: watched?.id ?? '' },
    { when: isRunning, every: isRunning && 700, fresh: 0 },
  );
  const undo = useAsk(undoBulkAct);
  const current = data?.id === watched?.id ? data : watched;
  useEffect(() => {
    if (!isRunning || !current?.finishedAt) return;
    if (back) {
      if (!current.undoneAt || current.changed > 0) return;
      takeBack(undefined);
      outdateNowAndSoon(outdate);
      back.done();
      return;
    }
    report(current.id);
    outdateNowAndSoon(outdate);
    const undoIt = async () => {
      await undo.mutateAsync({ bulkId: current.id });
      // Over when the last one is as it was before.
      await new Promise<void>((done) => takeBack({ act: current, done }));
    };
    tell({ message: t(bulkDoneWords(current)), ...(current.changed > 0 && { undo: undoIt }) });
  }, [isRunning, current, back, outdate, tell, t, undo]);
  if (!isRunning || !current) return null;
  return (
    <div className="sg-work yl-no-print">
      <LongWork
        title={t(back ? texts.undoing : texts.working)}
        done={back ? back.act.changed - current.changed : current.done}
        total={back ? back.act.changed : current.total}
      >
        {t(texts.mayLeave)}
      </LongWork>
    </div>
  );
}

/** Labels and the next step follow by event, some seconds later. */
function outdateNowAndSoon(outdate: ReturnType<typeof useOutdate>): void {
  const all = () => outdate(readBook, countBook, countViews, countWaiting);
  all();
  setTimeout(all, 3_000);
}
