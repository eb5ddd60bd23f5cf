import { dayOf } from '@yilu/platform/contract';
import {
  EmptyState,
  ErrorState,
  KeyHints,
  LoadingState,
  later,
  Meter,
  noticePanels,
  PageBody,
  PageHeader,
  PanelSlot,
  useFormats,
  useIsPhone,
  useMay,
  usePanels,
  useQueryChange,
  useQueryState,
  useSoon,
  useText,
  useViewer,
} from '@yilu/platform/web';
import { Button, Segmented } from 'antd';
import { Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { createTasks, type Today, type TodayLine } from '../contract/index.ts';
import { dialing, todayActs } from './slots.ts';
import { TeamTotals } from './team-totals.tsx';
import { doneCount, greeting, leftAndDone, leftCount, texts } from './text.ts';
import { TodayRail } from './today-rail.tsx';
import { TodayRoad } from './today-road.tsx';
import { useTeam, useToday } from './use-today.ts';
import './today.css';

// Fields, their lists and calendars: a day is read before anything is written.
const NewTask = later(async () => (await import('./new-task.tsx')).NewTask);

/** All of somebody's day, where it is longer than a page. */
const mostLines = 2_000;

/** The page that everybody's day opens with: what to do now, what was missed, what changed. */
export function TodayPage() {
  const t = useText();
  const may = useMay();
  const isPhone = useIsPhone();
  const [view, setView] = useQueryState('view');
  const change = useQueryChange();
  const [person, setPerson] = useQueryState('person');
  const [isCreating, create] = useState(false);
  const mayRing = usePanels(dialing).length > 0;
  const [most, setMost] = useState<number>();
  const scope = scopeOf(view);
  const { data, error, refetch, act, leave, bringBack, leaving, isGone } = useToday({
    ...(scope && { scope }),
    ...(person && { of: person }),
    ...(most && { most }),
  });
  const isTeam = data?.scope === 'team';
  useSoon(NewTask);
  const team = useTeam(isTeam && person !== undefined);

  // Its first drawing goes in small pieces; later changes are shown at once.
  const isReady = useDeferredValue(data !== undefined);
  if (!isReady || !data) {
    const isLost = error !== null && !data;
    return (
      <>
        <Head />
        <PageBody>
          {isLost ? (
            <ErrorState error={error} title={t(texts.notLoaded)} onRetry={refetch} />
          ) : (
            <LoadingState rows={8} />
          )}
        </PageBody>
      </>
    );
  }
  // Until a colleague's own day has come, theirs of the team's lines.
  const isTheirs = ({ assignee }: TodayLine) => !isTeam || !person || assignee.id === person;
  const lines = data.lines.filter((line) => !isGone(line) && isTheirs(line));
  const people = person ? team : data.people;

  return (
    <>
      <Head
        known={{
          today: data,
          left: lines.length + data.more,
          onScope: (chosen) => change({ view: chosen, person: undefined }),
        }}
      />
      <PageBody
        rail={<TodayRail today={data} />}
        {...(!isPhone &&
          lines.length > 0 && {
            foot: (
              <KeyHints
                hints={[
                  { keys: 'J K', does: t(texts.moves) },
                  ...(lines.some(({ outcomes }) => outcomes.length > 0)
                    ? [{ keys: '1–4', does: t(texts.records) }]
                    : []),
                  ...(mayRing ? [{ keys: 'D', does: t(texts.calls) }] : []),
                  ...(lines.some(({ words }) => words) ? [{ keys: 'C', does: t(texts.copies) }] : []),
                  { keys: 'mod+z', does: t(texts.undoes) },
                ]}
              />
            ),
          })}
      >
        {isTeam && people && <TeamTotals people={people} chosen={person} onChoose={setPerson} />}
        {lines.length === 0 ? (
          <EmptyState
            title={t(data.doneCount > 0 ? texts.allDone : texts.nothing)}
            action={
              <>
                {data.scope === 'own' && data.seesTeam && (
                  <Button onClick={() => setView('team')}>{t(texts.seeTeam)}</Button>
                )}
                {may(createTasks) && <Button onClick={() => create(true)}>{t(texts.create)}</Button>}
              </>
            }
          >
            {t(texts.nothingWhy)}
          </EmptyState>
        ) : (
          <TodayRoad
            today={data}
            lines={lines}
            isLeaving={leaving}
            onAct={act}
            onDone={leave}
            onBack={bringBack}
            {...(!(isTeam && !person) && !most && { onMore: () => setMost(mostLines) })}
          />
        )}
        {lines.length > 0 && may(createTasks) && (
          <Button type="text" icon={<Plus size={14} aria-hidden="true" />} onClick={() => create(true)}>
            {t(texts.create)}
          </Button>
        )}
      </PageBody>
      {isCreating && <NewTask onClose={() => create(false)} />}
    </>
  );
}

/** Where the address names none, the server says with whose day somebody begins. */
function scopeOf(view: string | undefined): Today['scope'] | undefined {
  return view === 'team' || view === 'own' ? view : undefined;
}

interface Known {
  readonly today: Today;
  readonly left: number;
  readonly onScope: (scope: Today['scope']) => void;
}

/** What day it is stands there from the beginning, what there is to do as soon as it is known. */
function Head({ known }: { readonly known?: Known }) {
  const t = useText();
  const isPhone = useIsPhone();
  const viewer = useViewer();
  const formats = useFormats();
  const day = dayOf(formats.now);
  const [date, weekday] = [formats.date(day), formats.weekday(day)];
  return (
    <PageHeader
      open={!isPhone}
      title={isPhone ? t(texts.phoneTitle) : t(greeting(viewer.name, t(partOfDay(formats.clock(formats.now)))))}
      note={[
        isPhone ? `${weekday} ${date}` : `${date} ${weekday}`,
        known && (isPhone ? counts(known) : t(known.today.lunar)),
      ]
        .filter(Boolean)
        .join(' · ')}
      corner={<PanelSlot slot={noticePanels} meanwhile={null} />}
      actions={
        known && (
          <>
            {!isPhone && <Progress done={known.today.doneCount} left={known.left} />}
            {known.today.seesTeam && (
              <Segmented
                aria-label={t(texts.whose)}
                value={known.today.scope}
                onChange={known.onScope}
                options={[
                  { value: 'own', label: t(texts.mine) },
                  { value: 'team', label: t(texts.team) },
                ]}
              />
            )}
            {!isPhone && <PanelSlot slot={todayActs} meanwhile={null} />}
          </>
        )
      }
    />
  );

  function counts({ today, left }: Known): string {
    return t(today.doneCount > 0 ? leftAndDone(left, today.doneCount) : leftCount(left));
  }
}

function Progress({ done, left }: { readonly done: number; readonly left: number }) {
  const t = useText();
  return (
    <div className="yl-today-progress" title={t(texts.counted)}>
      <span>{t(doneCount(done))}</span>
      <span>{t(leftCount(left))}</span>
      <Meter share={done + left === 0 ? 0 : done / (done + left)} label={t(texts.done)} />
    </div>
  );
}

function partOfDay(clock: string) {
  if (clock < '11:00') return texts.morning;
  if (clock < '13:00') return texts.noon;
  return clock < '18:00' ? texts.afternoon : texts.evening;
}
