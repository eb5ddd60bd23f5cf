import {
  ErrorState,
  Link,
  LoadingState,
  PanelSection,
  useAnswer,
  useFormats,
  useMay,
  useText,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { createTasks, listTasks, type Subject, type Task } from '../contract/index.ts';
import { NewTask } from './new-task.tsx';
import { texts } from './text.ts';
import './today.css';

interface SubjectTasksProps {
  readonly subject: Subject;
  /** Where a new task about the subject belongs; absent: none can be made here. */
  readonly projectId: string | undefined;
}

/** What is still to do about somebody or something, and making another task about it. */
export function SubjectTasks({ subject, projectId }: SubjectTasksProps) {
  const t = useText();
  const may = useMay();
  const [isCreating, create] = useState(false);
  const { data, error, refetch } = useAnswer(listTasks, {
    subjectKind: subject.kind,
    subjectId: subject.id,
    limit: 20,
  });
  if (error) return <ErrorState small error={error} title={t(texts.tasksNotLoaded)} onRetry={refetch} />;
  if (!data) return <LoadingState rows={2} />;
  return (
    <PanelSection
      title={t(texts.tasksOf)}
      note={
        projectId &&
        may(createTasks) && (
          <Button size="small" type="text" icon={<Plus size={14} aria-hidden="true" />} onClick={() => create(true)}>
            {t(texts.create)}
          </Button>
        )
      }
    >
      {data.items.length === 0 ? (
        <p className="yl-quiet yl-nothing">{t(texts.noTasks)}</p>
      ) : (
        <ul className="yl-today-changes">
          {data.items.map((task) => (
            <OpenTask key={task.id} task={task} />
          ))}
        </ul>
      )}
      {isCreating && <NewTask subject={subject} projectId={projectId} onClose={() => create(false)} />}
    </PanelSection>
  );
}

/** Its outcomes are recorded on Today, where the reason and the words stand beside them. */
function OpenTask({ task }: { readonly task: Task }) {
  const t = useText();
  const formats = useFormats();
  const late = formats.late(task.dueAt);
  return (
    <li>
      <div className="yl-today-change">
        <Link to="/today">{t(task.title)}</Link>
        <span className="yl-today-moved">
          <span className={late ? 'yl-late' : 'yl-quiet'}>{late ?? formats.due(task.dueAt)}</span>
        </span>
      </div>
      <div className="yl-quiet">{task.assignee.name}</div>
    </li>
  );
}
