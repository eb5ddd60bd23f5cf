import { mostIdsInAnEvent } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { type Milestone, milestoneReached, roomChanged, roomsMade } from '../contract/index.ts';

export async function tellRoomsMade<Tables>(
  { tell }: Work<Tables>,
  projectId: string,
  roomIds: readonly string[],
): Promise<void> {
  for (const some of inParts(roomIds)) await tell(roomsMade, { projectId, roomIds: some });
}

export async function tellRoomsChanged<Tables>(
  { tell }: Work<Tables>,
  projectId: string,
  roomIds: readonly string[],
): Promise<void> {
  for (const some of inParts([...new Set(roomIds)])) await tell(roomChanged, { projectId, roomIds: some });
}

export async function tellMilestones<Tables>(
  { tell }: Work<Tables>,
  projectId: string,
  milestones: readonly (Pick<Milestone, 'kind' | 'reachedOn'> & { readonly roomId: string })[],
): Promise<void> {
  const told = milestones.map(({ roomId, kind, reachedOn }) => ({ roomId, kind, reachedOn: String(reachedOn) }));
  for (const some of inParts(told)) await tell(milestoneReached, { projectId, milestones: some });
}

function inParts<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / mostIdsInAnEvent) }, (_, at) =>
    items.slice(at * mostIdsInAnEvent, (at + 1) * mostIdsInAnEvent),
  );
}
