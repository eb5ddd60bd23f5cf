import { useText } from '@yilu/platform/web';
import { type Relation, type RelationSeen, relationTitles } from '../contract/index.ts';

const width = 264;
const height = 208;
const most = 8;
const family: readonly RelationSeen[] = ['spouse', 'parent', 'child', 'sibling', 'relative'];
const referral: readonly RelationSeen[] = ['referrer', 'referred'];

/** How a link is drawn. */
export function edgeOf(seenAs: RelationSeen): 'referral' | 'family' | 'other' {
  if (referral.includes(seenAs)) return 'referral';
  return family.includes(seenAs) ? 'family' : 'other';
}

/** The person in the middle, the nearest around: referrals strong, family plain, others dotted. The list beneath leads to them. */
export function RelationGraph({ name, relations }: { readonly name: string; readonly relations: readonly Relation[] }) {
  const t = useText();
  const shown = relations.slice(0, most);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="cu-graph"
      role="img"
      aria-label={`${name}: ${shown.map((one) => one.name).join('、')}`}
    >
      {shown.map(({ id, seenAs }, at) => {
        const [x, y] = placeOf(at, shown.length);
        const line = `cu-edge cu-edge-${edgeOf(seenAs)}`;
        return <line key={id} x1={width / 2} y1={height / 2} x2={x} y2={y} className={line} />;
      })}
      <Node x={width / 2} y={height / 2} name={name} isMain />
      {shown.map(({ id, name: other, seenAs }, at) => {
        const [x, y] = placeOf(at, shown.length);
        return (
          <g key={id}>
            <Node x={x} y={y} name={other} note={t(relationTitles[seenAs])} />
          </g>
        );
      })}
    </svg>
  );
}

function Node({
  x,
  y,
  name,
  note,
  isMain = false,
}: {
  x: number;
  y: number;
  name: string;
  note?: string;
  isMain?: boolean;
}) {
  return (
    <>
      <circle cx={x} cy={y} r={isMain ? 16 : 12} className={isMain ? 'cu-dot cu-dot-main' : 'cu-dot'} />
      <text x={x} y={y + 4} className={isMain ? 'cu-dot-letter cu-dot-letter-main' : 'cu-dot-letter'}>
        {[...name][0]}
      </text>
      {note && (
        <text x={x} y={y + 27} className="cu-node-name">
          {[...name].slice(0, 4).join('')} {note}
        </text>
      )}
    </>
  );
}

function placeOf(at: number, of: number): [number, number] {
  const angle = -Math.PI / 2 + (2 * Math.PI * at) / of + (of === 1 ? Math.PI / 4 : 0);
  return [width / 2 + Math.cos(angle) * 96, height / 2 - 6 + Math.sin(angle) * 76];
}
