import { dayOf, type Sentence } from '@yilu/platform/contract';
import {
  DayRoadItem,
  Keys,
  Link,
  PanelSlot,
  type StationState,
  useCopy,
  useFormats,
  useIsPhone,
  usePanels,
  useText,
} from '@yilu/platform/web';
import { Button, Dropdown } from 'antd';
import { Copy, Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import type { OfferedOutcome, TodayLine } from '../contract/index.ts';
import { Chips } from './chips.tsx';
import { dialing, wholeTaskWords } from './slots.ts';
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
  /** Write down what was said; the record does the line. */
  readonly onRecord: () => void;
}

/** A thing to do: closed, who and what and by when with the likeliest outcomes; open, everything about it. */
export function Line({ line, isOpen, isLeaving, showAssignee, onOpen, onOutcome, onRecord }: LineProps) {
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
          <OpenActs line={line} onOutcome={onOutcome} onRecord={onRecord} />
        ) : (
          <ClosedActs line={line} isLate={late !== undefined} onOutcome={onOutcome} onRecord={onRecord} />
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
      <span className={isOpen ? 'yl-today-title yl-strong' : 'yl-today-title'}>{t(line.title)}</span>
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
      {line.masked && line.taskId && <PanelSlot slot={wholeTaskWords} meanwhile={null} taskId={line.taskId} />}
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
/** Beside them there is room for the telephone and the rest. */
const onPhone = 2;

type Acting = Pick<LineProps, 'line' | 'onOutcome' | 'onRecord'>;

function OpenActs({ line, onOutcome, onRecord }: Acting) {
  const t = useText();
  const isPhone = useIsPhone();
  const quick = ownOutcomes(line).slice(0, isPhone ? onPhone : onKeys);
  const further = line.outcomes.filter((outcome) => !quick.includes(outcome));
  const copy = useCopying(line.words);
  const items = further.map((outcome) => ({
    key: outcome.id,
    label: t(outcome.label),
    onClick: () => onOutcome(outcome),
  }));
  if (isPhone && line.words) items.unshift({ key: 'copy', label: t(texts.copy), onClick: copy });
  return (
    <div className="yl-today-acts">
      {quick.map((outcome, at) => (
        <Button key={outcome.id} type={at === 0 ? 'primary' : 'default'} onClick={() => onOutcome(outcome)}>
          {t(outcome.label)} <Keys of={String(at + 1)} />
        </Button>
      ))}
      <span className="yl-today-aside">
        {line.words && !isPhone && (
          <Button type="text" icon={<Copy size={14} aria-hidden="true" />} onClick={copy}>
            {t(texts.copy)}
          </Button>
        )}
        {isPhone && <Dial line={line} look="open" onRecord={onRecord} />}
        {items.length > 0 && (
          <Dropdown trigger={['click']} menu={{ items }}>
            <Button type={isPhone ? 'default' : 'text'} icon={<Ellipsis size={16} />} aria-label={t(texts.more)} />
          </Dropdown>
        )}
        {!isPhone && <Dial line={line} look="open" onRecord={onRecord} />}
      </span>
    </div>
  );
}

function useCopying(words: Sentence | undefined): () => void {
  const t = useText();
  const copy = useCopy();
  return () => {
    if (words) copy(t(words), t(texts.copied));
  };
}

/** Late, somebody is rung first; what is missing in a form is not. */
function ClosedActs({ line, isLate, onOutcome, onRecord }: Acting & { readonly isLate: boolean }) {
  const t = useText();
  const mayRing = usePanels(dialing).length > 0;
  const isAboutTalking = line.kind !== 'dossier' && line.kind !== 'register';
  const rings = isLate && mayRing && isAboutTalking && line.subject?.kind === 'person';
  const rest = ownOutcomes(line).slice(0, rings ? 1 : 2);
  return (
    <>
      {rings && <Dial line={line} look="late" onRecord={onRecord} />}
      {rest.map((outcome, at) => (
        <Button
          key={outcome.id}
          size="small"
          variant="filled"
          color={isLate && !rings && at === 0 ? 'primary' : 'default'}
          onClick={() => onOutcome(outcome)}
        >
          {t(outcome.label)}
        </Button>
      ))}
    </>
  );
}

/** What its kind offers; handing over stands with everything. */
export function ownOutcomes({ outcomes }: TodayLine): readonly OfferedOutcome[] {
  return outcomes.filter(({ id }) => id !== 'handOver');
}

/** Ringing whom the line is about, where that is somebody. */
function Dial({
  line: { subject },
  look,
  onRecord,
}: Pick<LineProps, 'line' | 'onRecord'> & { readonly look: 'open' | 'late' }) {
  if (subject?.kind !== 'person') return null;
  const { id, name } = subject;
  return <PanelSlot slot={dialing} meanwhile={null} personId={id} name={name} look={look} onRecord={onRecord} />;
}
