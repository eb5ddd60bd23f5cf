import { listColleagues } from '@yilu/identity/contract';
import { type Day, dayOf } from '@yilu/platform/contract';
import {
  type BulkAction,
  DayField,
  FormRow,
  LongWork,
  SidePanel,
  useAnswer,
  useAsk,
  useMay,
  useOutdate,
  useText,
  useToast,
} from '@yilu/platform/web';
import { Button, Input, Select } from 'antd';
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
import { useEntries } from './book-fields.ts';
import { texts } from './text.ts';

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

interface DeedPanelProps {
  readonly kind: Kind;
  readonly count: number;
  readonly error: string | undefined;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onDo: (deed: BulkDeed) => void;
}

function DeedPanel({ kind, count, error, isPending, onClose, onDo }: DeedPanelProps) {
  const t = useText();
  const [staffId, setStaff] = useState<string | undefined>();
  const [key, setKey] = useState<string | undefined>();
  const [title, setTitle] = useState('');
  const [dueOn, setDue] = useState<Day | undefined>(dayOf(new Date()));
  const deed = deedOf({ kind, staffId, key, title, dueOn });
  return (
    <SidePanel
      open
      title={t(titles[kind])}
      onClose={onClose}
      foot={
        <Button type="primary" disabled={!deed} loading={isPending} onClick={() => deed && onDo(deed)}>
          {t({ zh: `对 ${count} 户${texts.doIt.zh}`, en: `${texts.doIt.en} for ${count}` })}
        </Button>
      }
    >
      <div className="sg-form">
        {kind === 'task' && (
          <>
            <FormRow label={t(texts.taskTitle)} required>
              <Input value={title} maxLength={60} onChange={(event) => setTitle(event.target.value)} />
            </FormRow>
            <FormRow label={t(texts.taskDue)} required>
              <DayField value={dueOn} onChange={setDue} min={dayOf(new Date())} />
            </FormRow>
          </>
        )}
        {(kind === 'task' || kind === 'entrust') && (
          <FormRow label={t(kind === 'task' ? texts.assignee : texts.colleague)} required={kind === 'entrust'}>
            <ColleagueSelect value={staffId} onChange={setStaff} isOptional={kind === 'task'} />
          </FormRow>
        )}
        {(kind === 'addTag' || kind === 'removeTag') && (
          <FormRow label={t(texts.tag)} required>
            <EntrySelect dictionary="settings.tags" value={key} onChange={setKey} />
          </FormRow>
        )}
        {(kind === 'addCircle' || kind === 'removeCircle') && (
          <FormRow label={t(texts.circle)} required>
            <EntrySelect dictionary="settings.circles" value={key} onChange={setKey} />
          </FormRow>
        )}
        {error && <p role="alert">{error}</p>}
      </div>
    </SidePanel>
  );
}

const titles = {
  task: texts.task,
  entrust: texts.entrust,
  addTag: texts.tag,
  removeTag: texts.untag,
  addCircle: texts.circle,
  removeCircle: texts.circle,
} as const;

function deedOf(given: {
  kind: Kind;
  staffId: string | undefined;
  key: string | undefined;
  title: string;
  dueOn: Day | undefined;
}): BulkDeed | undefined {
  const { kind, staffId, key, title, dueOn } = given;
  if (kind === 'task')
    return title.trim().length >= 2 && dueOn
      ? { kind, title: title.trim(), dueOn, ...(staffId && { assigneeId: staffId }) }
      : undefined;
  if (kind === 'entrust') return staffId ? { kind, staffId } : undefined;
  return key ? { kind, key } : undefined;
}

interface Selecting {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly id?: string;
}

function ColleagueSelect({ value, onChange, isOptional, id }: Selecting & { readonly isOptional: boolean }) {
  const t = useText();
  const { data } = useAnswer(listColleagues, {}, { fresh: 300_000 });
  return (
    <Select
      {...(id && { id })}
      value={value ?? null}
      onChange={(next: string | null) => onChange(next ?? undefined)}
      placeholder={t(isOptional ? texts.responsibleEach : texts.colleague)}
      allowClear={isOptional}
      showSearch={{ optionFilterProp: 'label' }}
      options={(data ?? []).map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}

function EntrySelect({ dictionary, value, onChange, id }: Selecting & { readonly dictionary: string }) {
  const t = useText();
  const entries = useEntries(dictionary);
  return (
    <Select
      {...(id && { id })}
      value={value ?? null}
      onChange={(next: string | null) => onChange(next ?? undefined)}
      showSearch={{ optionFilterProp: 'label' }}
      options={entries.map((entry) => ({ value: entry.value, label: t(entry.title) }))}
    />
  );
}
