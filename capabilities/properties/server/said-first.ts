import { type RoomContradiction, type RoomRow, roomFactNames, type SaidOfRooms } from '../contract/index.ts';

/**
 * A row without what an earlier row of the same lists says otherwise. Were each to have the say in its turn, every further run
 * would write both again.
 */
export function asSaidFirst(
  said: SaidOfRooms,
  roomId: string,
  row: RoomRow,
  list: string,
): { readonly row: RoomRow; readonly contradictions: readonly RoomContradiction[] } {
  const earlier = said.get(roomId);
  if (!earlier) {
    said.set(roomId, [{ list, row }]);
    return { row, contradictions: [] };
  }
  const contradictions: RoomContradiction[] = [];
  const stands = (field: string, value: unknown, valueIn: (row: RoomRow) => unknown): boolean => {
    const first = earlier.find((one) => valueIn(one.row) !== undefined);
    const here = first && valueIn(first.row);
    if (!first || here === value) return true;
    contradictions.push({ field, here, there: value, earlier: { list: first.list, ref: first.row.ref } });
    return false;
  };
  const against = roomFactNames.filter(
    (field) => row[field] !== undefined && !stands(field, row[field], (one) => one[field]),
  );
  const milestones = row.milestones?.filter(({ kind, reachedOn }) =>
    stands(`milestone.${kind}`, reachedOn, (one) => one.milestones?.find((each) => each.kind === kind)?.reachedOn),
  );
  const without = Object.fromEntries(against.map((field) => [field, undefined]));
  const standing = contradictions.length === 0 ? row : { ...row, ...without, milestones };
  earlier.push({ list, row: standing });
  return { row: standing, contradictions };
}
