import type { OfPerson } from '@yilu/customers/console';
import { PanelSlot, useProjectId } from '@yilu/platform/web';
import { subjectTasks } from '@yilu/tasks/console';

/** Open tasks about a person on the 360° page. */
export function PersonTasks({ personId, projectIds }: OfPerson) {
  const chosen = useProjectId();
  const projectId = chosen && projectIds.includes(chosen) ? chosen : projectIds[0];
  return <PanelSlot slot={subjectTasks} subject={{ kind: 'person', id: personId }} projectId={projectId} />;
}
