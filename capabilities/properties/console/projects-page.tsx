import { counted } from '@yilu/platform/contract';
import {
  EmptyState,
  ErrorState,
  Link,
  LoadingState,
  PageBody,
  PageHeader,
  pathTo,
  useAnswer,
  useIsPhone,
  useText,
} from '@yilu/platform/web';
import { listProjects } from '../contract/index.ts';
import { stageColours } from './colouring.ts';
import { Legend } from './legend.tsx';
import { projectAddress } from './pages.ts';
import { RoomFinder } from './room-finder.tsx';
import { StageBar } from './stage-bar.tsx';
import { texts } from './text.ts';
import './places.css';

export function ProjectsPage() {
  const t = useText();
  const isPhone = useIsPhone();
  const { data, error, refetch } = useAnswer(listProjects, {});
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState shape="table" rows={6} />;
  return (
    <>
      <PageHeader title={t(texts.places)} {...(!isPhone && { actions: <RoomFinder /> })} />
      <PageBody>
        {isPhone && <RoomFinder />}
        {data.items.length === 0 && <EmptyState title={t(texts.noProjects)}>{t(texts.noProjectsHow)}</EmptyState>}
        <ul className="pr-places">
          {data.items.map((project) => (
            <li key={project.id}>
              <Link to={pathTo(projectAddress, { projectId: project.id })} className="pr-place">
                <b>{project.name}</b>
                <span className="yl-quiet">{project.code ?? ''}</span>
                <StageBar stages={project.stages} rooms={project.rooms} />
                <span className="yl-num">{t(counted(project.buildings, texts.buildings))}</span>
                <span className="yl-num">{t(counted(project.rooms, texts.rooms))}</span>
              </Link>
            </li>
          ))}
        </ul>
        {data.items.length > 0 && <Legend colours={stageColours()} />}
      </PageBody>
    </>
  );
}
