import { dayOf, type Sentence } from '@yilu/platform/contract';
import {
  DayRoadItem,
  Keys,
  Link,
  PanelSlot,
  type StationState,
  useFormats,
  useText,
  useToast,
} from '@yilu/platform/web';
import { Button, Dropdown } from 'antd';
import { Copy, Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OfferedOutcome, TodayLine } from '../contract/index.ts';
import { Chips } from './chips.tsx';
import { dialing } from './slots.ts';
import { texts } from './text.ts';

interface LineProps {
  readonly line: TodayLine;
  readonly isOpen: boolean;
  /** Its station is filled and the line is about to close up. */
  readonly isLeaving: boolean;
  /** In a team's view the name of whose it is stands with it. */
  readonly showAssignee: boolean;
  readonly onOpen: () => void;
  readonly onOutcome: (outcome: OfferedOutcome) => void;
}

/** A thing to do: closed, who and what and by when with the likeliest outcomes; open, everything about it. */
export function Line({ line, isOpen, isLeaving, showAssignee, onOpen, onOutcome }: LineProps) {
  const t = useText();
  const formats = useFormats();
  const late = formats.late(line.dueAt);
  const day = dayOf(line.plannedAt ?? line.dueAt);
  const time =
    day < formats.today
      ? formats.margin(day)
      : line.plannedAt && day === formats.today
        ? formats.clock(line.plannedAt)
        : '';
  const state: StationState = isLeaving ? 'done' : late ? 'late' : 'next';
  return (
    <DayRoadItem
      id={idOf(line)}
      time={time}
      state={state}
      open={isOpen && !isLeaving}
      onOpen={onOpen}
      due={<span className={late ? 'yl-late' : undefined}>{late ?? formats.due(line.dueAt)}</span>}
      acts={
        isOpen ? (
          <OpenActs line={line} onOutcome={onOutcome} />
        ) : (
          <ClosedActs outcomes={line.outcomes} isLate={late !== undefined} onOutcome={onOutcome} />
        )
      }
    >
      <Heading line={line} isOpen={isOpen} assignee={showAssignee ? line.assignee.name : undefined} />
      {isOpen ? <Everything line={line} /> : <div className="yl-quiet yl-today-second">{t(line.why)}</div>}
    </DayRoadItem>
  );
}

/** For moving the focus to it. */
export function idOf({ key }: TodayLine): string {
  return `line-${key.replace(/[^\w-]/g, '-')}`;
}

function Heading({ line, isOpen, assignee }: { line: TodayLine; isOpen: boolean; assignee: string | undefined }) {
  const t = useText();
  const { subject } = line;
  const name = subject && <b className="yl-strong">{subject.name}</b>;
  return (
    <div className="yl-today-heading">
      {subject?.path && isOpen ? <Link to={subject.path}>{name}</Link> : name}
      {subject?.room && <span className="yl-room">{subject.room}</span>}
      <span className={isOpen ? 'yl-strong' : undefined}>{t(line.title)}</span>
      {assignee && <span className="yl-quiet">{assignee}</span>}
    </div>
  );
}

function Everything({ line }: { readonly line: TodayLine }) {
  const t = useText();
  return (
    <>
      <Chips chips={line.chips} />
      <dl className="yl-today-why">
        <Fact title={texts.why}>{t(line.why)}</Fact>
        {line.note && <Fact title={texts.note}>{t(line.note)}</Fact>}
      </dl>
      {line.words && <blockquote className="yl-today-words">{t(line.words)}</blockquote>}
    </>
  );
}

function Fact({ title, children }: { readonly title: Sentence; readonly children: ReactNode }) {
  const t = useText();
  return (
    <div>
      <dt>{t(title)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const onKeys = 4;

function OpenActs({ line, onOutcome }: { line: TodayLine; onOutcome: (outcome: OfferedOutcome) => void }) {
  const t = useText();
  const quick = line.outcomes.filter(({ id }) => id !== 'handOver').slice(0, onKeys);
  const handOver = line.outcomes.find(({ id }) => id === 'handOver');
  const personId = line.subject?.kind === 'person' ? line.subject.id : undefined;
  return (
    <div className="yl-today-acts">
      {quick.map((outcome, at) => (
        <Button key={outcome.id} type={at === 0 ? 'primary' : 'default'} onClick={() => onOutcome(outcome)}>
          {t(outcome.label)} <Keys of={String(at + 1)} />
        </Button>
      ))}
      <span className="yl-today-aside">
        {line.words && <CopyWords words={t(line.words)} />}
        {handOver && (
          <Dropdown
            trigger={['click']}
            menu={{ items: [{ key: 'handOver', label: t(handOver.label), onClick: () => onOutcome(handOver) }] }}
          >
            <Button type="text" icon={<Ellipsis size={16} />} aria-label={t(texts.more)} />
          </Dropdown>
        )}
        {personId && <PanelSlot slot={dialing} personId={personId} />}
      </span>
    </div>
  );
}

function CopyWords({ words }: { readonly words: string }) {
  const t = useText();
  const tell = useToast();
  const copy = () => void navigator.clipboard.writeText(words).then(() => tell({ message: t(texts.copied) }));
  return (
    <Button type="text" icon={<Copy size={14} aria-hidden="true" />} onClick={copy}>
      {t(texts.copy)}
    </Button>
  );
}

function ClosedActs({
  outcomes,
  isLate,
  onOutcome,
}: {
  outcomes: readonly OfferedOutcome[];
  isLate: boolean;
  onOutcome: (outcome: OfferedOutcome) => void;
}) {
  const t = useText();
  return outcomes
    .filter(({ id }) => id !== 'handOver')
    .slice(0, 2)
    .map((outcome, at) => (
      <Button
        key={outcome.id}
        size="small"
        variant="filled"
        color={isLate && at === 0 ? 'primary' : 'default'}
        onClick={() => onOutcome(outcome)}
      >
        {t(outcome.label)}
      </Button>
    ));
}
