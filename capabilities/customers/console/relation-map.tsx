import {
  EmptyState,
  ErrorState,
  Link,
  LoadingState,
  pathTo,
  SidePanel,
  useAnswer,
  useIsPhone,
  useText,
} from '@yilu/platform/web';
import { type Person, type RelationSeen, relationGraph, relationTitles } from '../contract/index.ts';
import { type Branch, branchesOf, type Placed, placesOf } from '../rules/index.ts';
import { personAddress } from './addresses.ts';
import { edgeOf } from './relation-graph.tsx';
import { texts } from './text.ts';

/** Everybody in reach some steps around a person (DOS-18): drawn, and as a list that keys and screen readers walk through. */
export function RelationMap({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const t = useText();
  const { data, error, refetch } = useAnswer(relationGraph, { personId: person.id });
  const branches = data ? branchesOf(data) : [];
  return (
    <SidePanel open title={`${t(texts.relationMap)} · ${person.name}`} onClose={onClose} width={640}>
      {error && <ErrorState small error={error} onRetry={refetch} />}
      {!error && !data && <LoadingState rows={6} />}
      {data && branches.length === 0 && <EmptyState small title={t(texts.noRelations)} />}
      {branches.length > 0 && (
        <>
          <Drawing name={person.name} placed={placesOf(branches)} />
          <Branches branches={branches} onLeave={onClose} />
        </>
      )}
    </SidePanel>
  );
}

/** As wide as the panel it stands in, so that its words keep their size. */
const widths = { desk: 592, phone: 342 };
/** Pixels between two steps outwards, and around the outermost. */
const room = { beside: 52, above: 22, beneath: 36 };

/** Hidden from screen readers: the list beneath says the same and leads on. */
function Drawing({ name, placed }: { readonly name: string; readonly placed: readonly Placed[] }) {
  const width = useIsPhone() ? widths.phone : widths.desk;
  const inX = (x: number) => width / 2 + x * (width / 2 - room.beside);
  const inY = (y: number) => y * 180;
  const reached = [0, ...placed.map(({ y }) => inY(y))];
  const top = Math.min(...reached) - room.above;
  const height = Math.max(...reached) + room.beneath - top;
  return (
    <svg viewBox={`0 ${top} ${width} ${height}`} className="cu-graph" aria-hidden="true">
      {placed.map(({ branch, x, y, from }) => (
        <line
          key={branch.personId}
          x1={inX(from.x)}
          y1={inY(from.y)}
          x2={inX(x)}
          y2={inY(y)}
          className={`cu-edge cu-edge-${edgeOf(branch.seenAs[0] ?? 'friend')}`}
        />
      ))}
      <circle cx={inX(0)} cy={inY(0)} r={18} className="cu-dot cu-dot-main" />
      <text x={inX(0)} y={inY(0) + 4} className="cu-dot-letter cu-dot-letter-main">
        {[...name][0]}
      </text>
      {placed.map(({ branch, x, y, depth }) => (
        <g key={branch.personId}>
          <circle cx={inX(x)} cy={inY(y)} r={depth === 1 ? 14 : 10} className="cu-dot" />
          <text x={inX(x)} y={inY(y) + 4} className="cu-dot-letter">
            {[...branch.name][0]}
          </text>
          <text x={inX(x)} y={inY(y) + (depth === 1 ? 29 : 24)} className="cu-node-name">
            {[...branch.name].slice(0, 4).join('')}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Branches({ branches, onLeave }: { readonly branches: readonly Branch[]; readonly onLeave: () => void }) {
  const t = useText();
  const kinds = (seen: readonly RelationSeen[]) => seen.map((one) => t(relationTitles[one])).join('、');
  return (
    <ul className="cu-branches">
      {branches.map((branch) => (
        <li key={branch.personId}>
          <span className="cu-relation">
            <Link to={pathTo(personAddress, { personId: branch.personId })} onClick={onLeave}>
              {branch.name}
            </Link>
            <span className="yl-quiet">
              {[kinds(branch.seenAs), ...branch.also.map((one) => `${one.name} ${kinds([one.seenAs])}`)].join(' · ')}
            </span>
          </span>
          {branch.beyond.length > 0 && <Branches branches={branch.beyond} onLeave={onLeave} />}
        </li>
      ))}
    </ul>
  );
}
