import { ColleagueSelect } from '@yilu/identity/console/colleague-select';
import { type Day, dayOf } from '@yilu/platform/contract';
import { DayField, FormRow, SidePanel, useText } from '@yilu/platform/web';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { BulkDeed } from '../contract/index.ts';
import { useEntries } from './book-fields.ts';
import { texts } from './text.ts';

type Kind = BulkDeed['kind'];

interface DeedPanelProps {
  readonly kind: Kind;
  readonly count: number;
  readonly error: string | undefined;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onDo: (deed: BulkDeed) => void;
}

/** The particulars of what is to be done with many customers at once. */
export function DeedPanel({ kind, count, error, isPending, onClose, onDo }: DeedPanelProps) {
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
            <ColleagueSelect
              value={staffId}
              onChange={(id) => setStaff(id)}
              {...(kind === 'task' && { nobody: t(texts.responsibleEach) })}
            />
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

function EntrySelect({ dictionary, value, onChange, id }: Selecting & { readonly dictionary: string }) {
  const t = useText();
  const entries = useEntries(dictionary, true);
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
