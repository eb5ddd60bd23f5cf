import { dayOf, type Sentence } from '@yilu/platform/contract';
import {
  DayRoad,
  DayRoadEnd,
  DayRoadGroup,
  later,
  PanelSlot,
  useCopy,
  useFormats,
  useGo,
  usePanels,
  useShortcut,
  useSoon,
  useText,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import type { OfferedOutcome, Today, TodayLine } from '../contract/index.ts';
import type { Act, Acting } from './outcome.ts';
import { recordSheet } from './slots.ts';
import { doneCount, effectTitles, pieces, texts } from './text.ts';
import { idOf, Line, ownOutcomes } from './today-line.tsx';
import { actOf } from './use-today.ts';

const AskOutcome = later(async () => (await import('./ask-outcome.tsx')).AskOutcome);

interface RoadProps {
  readonly today: Today;
  /** In order, without those just done. */
  readonly lines: readonly TodayLine[];
  readonly isLeaving: (line: TodayLine) => boolean;
  readonly onAct: (line: TodayLine, act: Act) => Promise<boolean>;
  /** Done in another way: its station fills and the next one slides up. */
  readonly onDone: (line: TodayLine) => void;
  readonly onBack: (line: TodayLine) => void;
  /** Present where the lines that are not listed can be. */
  readonly onMore?: () => void;
}

/** The day along one line: late ones, morning, afternoon, whenever; one is open, the keys act on it. */
export function TodayRoad({ today, lines, isLeaving, onAct, onDone, onBack, onMore }: RoadProps) {
  const t = useText();
  const go = useGo();
  const formats = useFormats();
  const [chosen, choose] = useState<string>();
  const [acting, begin] = useState<Acting>();
  const [recording, record] = useState<TodayLine>();
  const mayRecord = usePanels(recordSheet).length > 0;
  const { open, move } = useOpenLine(lines, chosen, choose, formats.now);

  const onOutcome = (line: TodayLine, outcome: OfferedOutcome) => {
    const path = outcome.path ?? line.subject?.path;
    if (outcome.effect === 'OPEN') return path && go(path);
    if (outcome.effect === 'RECORD') {
      if (line.subject?.kind === 'person' && mayRecord) return record(line);
      return void onAct(line, { effect: 'DONE', choice: outcome.id });
    }
    const act = actOf({ line, outcome }, formats.now, t);
    if (act) return void onAct(line, act);
    begin({ line, outcome });
  };
  useRoadKeys(open, move, onOutcome);
  useSoon(AskOutcome);

  return (
    <>
      <DayRoad>
        {groupsOf(lines, formats.now).map(({ title, some }) => (
          <DayRoadGroup key={title.zh} title={t(title)} note={t(pieces(some.length))}>
            {some.map((line) => (
              <Line
                key={line.key}
                line={line}
                isOpen={line.key === open?.key}
                isLeaving={isLeaving(line)}
                showAssignee={today.scope === 'team'}
                onOpen={() => choose(line.key)}
                onOutcome={(outcome) => onOutcome(line, outcome)}
                onRecord={() => record(line)}
              />
            ))}
          </DayRoadGroup>
        ))}
        {today.more > 0 && (
          <p className="yl-foot">
            {today.more} {t(texts.hidden)}
            {onMore ? (
              <Button type="link" size="small" onClick={onMore}>
                {t(texts.listAll)}
              </Button>
            ) : (
              today.people && t(texts.openColleague)
            )}
          </p>
        )}
        <Done today={today} />
      </DayRoad>
      {acting && (
        <AskOutcome
          acting={acting}
          onClose={() => begin(undefined)}
          onAct={(act) => {
            begin(undefined);
            return onAct(acting.line, act);
          }}
        />
      )}
      {recording?.subject && (
        <PanelSlot
          slot={recordSheet}
          meanwhile={null}
          personId={recording.subject.id}
          personName={recording.subject.name}
          projectId={recording.projectId}
          taskId={recording.taskId}
          lineKey={recording.taskId ? undefined : recording.key}
          onClose={() => record(undefined)}
          onRecorded={() => {
            record(undefined);
            onDone(recording);
          }}
          onTakenBack={() => onBack(recording)}
        />
      )}
    </>
  );
}

function Done({ today }: { readonly today: Today }) {
  const t = useText();
  const formats = useFormats();
  const [isShown, show] = useState(false);
  if (today.doneCount === 0) return null;
  return (
    <>
      <DayRoadEnd onOpen={() => show(!isShown)}>{t(doneCount(today.doneCount))}</DayRoadEnd>
      {isShown && (
        <ul className="yl-today-done">
          {today.done.map(({ outcomeId, subject, title, effect, at }) => (
            <li key={outcomeId}>
              <span className="yl-num">{formats.clock(at)}</span>{' '}
              {subject && <b className="yl-strong">{subject.name}</b>} {t(title)}{' '}
              <span className="yl-quiet">{t(effectTitles[effect])}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function useOpenLine(
  lines: readonly TodayLine[],
  chosen: string | undefined,
  choose: (key: string) => void,
  now: Date,
) {
  // The first unfinished one after what is late; when all is late, the latest one.
  const open = lines.find(({ key }) => key === chosen) ?? lines.find(({ dueAt }) => dueAt > now) ?? lines[0];
  const move = (by: 1 | -1) => {
    const next = lines[lines.findIndex(({ key }) => key === open?.key) + by];
    if (!next) return;
    choose(next.key);
    document.getElementById(idOf(next))?.scrollIntoView({ block: 'nearest' });
  };
  return { open, move };
}

function useRoadKeys(
  open: TodayLine | undefined,
  move: (by: 1 | -1) => void,
  onOutcome: (line: TodayLine, outcome: OfferedOutcome) => void,
) {
  const t = useText();
  const copy = useCopy();
  const nth = (at: number) => {
    const outcome = open && ownOutcomes(open)[at];
    if (outcome) onOutcome(open, outcome);
  };
  useShortcut('j', () => move(1));
  useShortcut('k', () => move(-1));
  useShortcut('1', () => nth(0));
  useShortcut('2', () => nth(1));
  useShortcut('3', () => nth(2));
  useShortcut('4', () => nth(3));
  useShortcut('c', () => {
    if (open?.words) copy(t(open.words), t(texts.copied));
  });
}

function groupsOf(lines: readonly TodayLine[], now: Date): { title: Sentence; some: readonly TodayLine[] }[] {
  const noon = (line: TodayLine) => line.plannedAt && new Date(line.plannedAt.getTime() + 8 * 3_600_000).getUTCHours();
  const partOf = (line: TodayLine): keyof Pick<typeof texts, 'late' | 'am' | 'pm' | 'anytime' | 'dueLater'> => {
    if (line.dueAt <= now) return 'late';
    // Due at 24:00 is due on the day that ends then.
    if (dayOf(new Date(line.dueAt.getTime() - 1)) > dayOf(now)) return 'dueLater';
    const hour = noon(line);
    if (hour === undefined || dayOf(line.plannedAt ?? now) < dayOf(now)) return 'anytime';
    return hour < 12 ? 'am' : 'pm';
  };
  const groups = Map.groupBy(lines, partOf);
  return (['late', 'am', 'pm', 'anytime', 'dueLater'] as const).flatMap((part) => {
    const some = groups.get(part);
    return some ? [{ title: texts[part], some }] : [];
  });
}
