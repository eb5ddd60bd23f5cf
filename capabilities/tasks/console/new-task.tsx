import { ColleagueSelect } from '@yilu/identity/console/colleague-select';
import { Day } from '@yilu/platform/contract';
import {
  DayField,
  FormRow,
  Restored,
  SidePanel,
  useAsk,
  useFormats,
  useKeptForm,
  useText,
  useToast,
  useViewer,
} from '@yilu/platform/web';
import { Button, Input, Select } from 'antd';
import { z } from 'zod';
import { createTask, listTasks, readToday, type Subject } from '../contract/index.ts';
import { texts } from './text.ts';
import './today.css';

/** Every half hour of a working day, whole minutes after midnight. */
const times = Array.from({ length: 29 }, (_, at) => 420 + at * 30);

const Written = z.object({
  projectId: z.string().optional(),
  title: z.string(),
  on: Day.optional(),
  atMinutes: z.number().optional(),
  assigneeId: z.string().optional(),
});

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
  const kept = useKeptForm(`task/${subject?.id ?? ''}`, Written, () => ({ title: '', on: today }));
  const { form, change } = kept;
  const { title, atMinutes, assigneeId } = form;
  // Left on an earlier day, its day may have gone by.
  const on = form.on && form.on < today ? today : form.on;
  // The projects in reach may come after the page.
  const projectId = form.projectId ?? given ?? viewer.projectId ?? viewer.projects[0]?.id;
  const creating = useAsk(createTask, {
    invalidates: [readToday, listTasks],
    onDone: (task) => {
      kept.drop();
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
  if (!kept.isReady) return null;
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
        {kept.isRestored && <Restored onAgain={kept.startAgain} />}
        <FormRow label={t(texts.what)} required error={errors.title}>
          <Input
            autoFocus
            maxLength={200}
            value={title}
            onChange={(event) => change({ title: event.target.value })}
            onPressEnter={save}
          />
        </FormRow>
        {viewer.projects.length > 1 && !subject && (
          <FormRow label={t(texts.project)}>
            <Select
              value={projectId ?? null}
              onChange={(id: string) => change({ projectId: id })}
              options={viewer.projects.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </FormRow>
        )}
        <FormRow label={t(texts.on)} required error={errors.on}>
          <DayField value={on} onChange={(on) => change({ on })} min={today} />
        </FormRow>
        <FormRow label={t(texts.at)}>
          <Select
            allowClear
            placeholder={t(texts.anyTime)}
            value={atMinutes ?? null}
            onChange={(minutes: number | null) => change({ atMinutes: minutes ?? undefined })}
            options={times.map((minutes) => ({ value: minutes, label: clockOf(minutes) }))}
          />
        </FormRow>
        {projectId && (
          <FormRow label={t(texts.forWhom)} error={errors.assigneeId}>
            <ColleagueSelect
              projectId={projectId}
              value={assigneeId}
              onChange={(assigneeId) => change({ assigneeId })}
              nobody={t(texts.myself)}
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
