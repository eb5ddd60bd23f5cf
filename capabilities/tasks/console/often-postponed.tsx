import { Link, PanelSection, useAnswer, useFormats, useText } from '@yilu/platform/web';
import { listTasks, type Task } from '../contract/index.ts';
import { texts, timesPostponed } from './text.ts';

/** Beside the day of a team: what colleagues put off again and again, with what they said the last time. Absent where there is none. */
export function OftenPostponed() {
  const t = useText();
  const { data } = useAnswer(listTasks, { oftenPostponed: 'true', limit: 20 });
  if (!data || data.items.length === 0) return null;
  return (
    <PanelSection title={t(texts.oftenPostponed)}>
      <ul className="yl-today-changes">
        {data.items.map((task) => (
          <Postponed key={task.id} task={task} />
        ))}
      </ul>
    </PanelSection>
  );
}

function Postponed({ task: { title, subject, assignee, dueAt, outcomes } }: { readonly task: Task }) {
  const t = useText();
  const formats = useFormats();
  const postponed = outcomes.filter(({ effect, undoneAt }) => effect === 'POSTPONED' && !undoneAt);
  return (
    <li>
      <div className="yl-today-change">
        {subject?.path ? <Link to={subject.path}>{subject.name}</Link> : subject?.name} {t(title)}
        <span className="yl-today-moved">
          <span className="yl-soon">{t(timesPostponed(postponed.length))}</span>
        </span>
      </div>
      <div className="yl-quiet">
        {assignee.name} · {formats.late(dueAt) ?? formats.due(dueAt)} · {postponed.at(-1)?.reason}
      </div>
    </li>
  );
}
