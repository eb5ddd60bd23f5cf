import { MenuOpener, useText, useViewer } from '@yilu/platform/web';
import { ChevronsUpDown } from 'lucide-react';
import { texts } from './texts.ts';

/** Which project the lists speak of. Whoever has one project only reads its name. */
export function ProjectSwitcher() {
  const t = useText();
  const { projects, projectId, chooseProject } = useViewer();
  const current = projects.find(({ id }) => id === projectId)?.name;
  if (projects.length <= 1) return <span className="yl-nav-project">{current}</span>;
  return (
    <MenuOpener
      menu={{
        selectable: true,
        selectedKeys: [projectId ?? 'all'],
        style: { maxHeight: '70vh', overflowY: 'auto' },
        items: [
          { key: 'all', label: t(texts.allProjects) },
          ...projects.map(({ id, name }) => ({ key: id, label: name })),
        ],
        onClick: ({ key }) => chooseProject(key === 'all' ? undefined : key),
      }}
    >
      <button type="button" className="yl-plain yl-nav-project">
        <span className="yl-hidden">{t(texts.project)}</span>
        <span>{current ?? t(texts.allProjects)}</span>
        <ChevronsUpDown size={14} aria-hidden="true" />
      </button>
    </MenuOpener>
  );
}
