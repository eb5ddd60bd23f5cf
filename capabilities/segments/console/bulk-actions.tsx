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
  readBook,
  readBulkAct,
  startBulkAct,
  undoBulkAct,
} from '../contract/index.ts';
import { texts } from './text.ts';

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

interface BulkWorkProps {
  readonly work: BulkAct | undefined;
  readonly onUndone: () => void;
}

/** Counted while it runs; when it is done it reports back and can be undone. */
export function BulkWork({ work, onUndone }: BulkWorkProps) {
  const t = useText();
  const tell = useToast();
  const outdate = useOutdate();
  const [reported, report] = useState<string | undefined>();
  const isRunning = work !== undefined && work.id !== reported;
  const { data } = useAnswer(
    readBulkAct,
    { bulkId: work?.id ?? '' },
    { when: isRunning, every: isRunning && 700, fresh: 0 },
  );
  const undo = useAsk(undoBulkAct, { onDone: onUndone });
  const current = data?.id === work?.id ? data : work;
  useEffect(() => {
    if (!current?.finishedAt || current.id === reported) return;
    report(current.id);
    outdate(readBook, countBook, countViews);
    tell({ message: t(doneWords(current)), undo: () => undo.mutateAsync({ bulkId: current.id }) });
  }, [current, reported, outdate, tell, t, undo]);
  if (!isRunning || !current) return null;
  return (
    <LongWork title={t(texts.working)} done={current.done} total={current.total}>
      {t(texts.mayLeave)}
    </LongWork>
  );
}

function doneWords({ changed, unchanged, refused }: BulkAct) {
  const rest = unchanged + refused;
  if (rest === 0) return { zh: `已完成 ${changed} 户`, en: `Done for ${changed}` };
  return {
    zh: `已完成 ${changed} 户，${unchanged} 户本来就是，${refused} 户没有成功`,
    en: `Done for ${changed}; ${unchanged} were so already, ${refused} failed`,
  };
}
