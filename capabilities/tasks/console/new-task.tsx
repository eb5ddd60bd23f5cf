import type { Day } from '@yilu/platform/contract';
import { DayField, FormRow, SidePanel, useAsk, useFormats, useText, useToast, useViewer } from '@yilu/platform/web';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { createTask, listTasks, readToday, type Subject } from '../contract/index.ts';
import { ColleagueSelect } from './ask-outcome.tsx';
import { texts } from './text.ts';
import './today.css';

/** Every half hour of a working day, whole minutes after midnight. */
const times = Array.from({ length: 29 }, (_, at) => 420 + at * 30);

interface NewTaskProps {
  /** What it is about, and where that belongs. */
  readonly subject?: Subject;
  readonly projectId?: string | undefined;
  readonly onClose: () => void;
}

/** A task by hand, for oneself or a colleague. */
export function NewTask({ subject, projectId: given, onClose }: NewTaskProps) {
  const t = useText();
  const tell = useToast();
  const { today } = useFormats();
  const viewer = useViewer();
  const [chosen, setProjectId] = useState<string>();
  // The projects in reach may come after the page.
  const projectId = chosen ?? given ?? viewer.projectId ?? viewer.projects[0]?.id;
  const [title, setTitle] = useState('');
  const [on, setOn] = useState<Day | undefined>(today);
  const [atMinutes, setAtMinutes] = useState<number>();
  const [assigneeId, setAssigneeId] = useState<string>();
  const creating = useAsk(createTask, {
    invalidates: [readToday, listTasks],
    onDone: (task) => {
      tell({ message: `${t(texts.created)} · ${t(task.title)}` });
      onClose();
    },
  });
  const save = () => {
    if (!projectId || !on || title.trim() === '') return;
    creating.mutate({
      projectId,
      ...(subject && { subject }),
      title: title.trim(),
      on,
      ...(atMinutes !== undefined && { atMinutes }),
      ...(assigneeId && { assigneeId }),
    });
  };
  const errors = creating.error?.fields ?? {};
  return (
    <SidePanel
      open
      title={t(texts.create)}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t(texts.cancel)}</Button>
          <Button type="primary" loading={creating.isPending} disabled={title.trim() === ''} onClick={save}>
            {t(texts.create)}
          </Button>
        </>
      }
    >
      <div className="yl-today-form">
        <FormRow label={t(texts.what)} required error={errors.title}>
          <Input
            autoFocus
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            onPressEnter={save}
          />
        </FormRow>
        {viewer.projects.length > 1 && !subject && (
          <FormRow label={t(texts.project)}>
            <Select
              value={projectId ?? null}
              onChange={(id: string) => setProjectId(id)}
              options={viewer.projects.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </FormRow>
        )}
        <FormRow label={t(texts.on)} required error={errors.on}>
          <DayField value={on} onChange={setOn} min={today} />
        </FormRow>
        <FormRow label={t(texts.at)}>
          <Select
            allowClear
            placeholder={t(texts.anyTime)}
            value={atMinutes ?? null}
            onChange={(minutes: number | null) => setAtMinutes(minutes ?? undefined)}
            options={times.map((minutes) => ({ value: minutes, label: clockOf(minutes) }))}
          />
        </FormRow>
        {projectId && (
          <FormRow label={t(texts.forWhom)} error={errors.assigneeId}>
            <ColleagueSelect
              projectId={projectId}
              value={assigneeId}
              onChange={setAssigneeId}
              placeholder={t(texts.myself)}
            />
          </FormRow>
        )}
        {creating.error && !creating.error.field && <p className="yl-late">{creating.error.message}</p>}
      </div>
    </SidePanel>
  );
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
