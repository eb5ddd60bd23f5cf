import { panelSlot } from '@yilu/platform/web';

interface OfRoom {
  readonly roomId: string;
  readonly projectId: string;
}

/** Who owns and lives in the room; contributed by customers. */
export const roomPeople = panelSlot<OfRoom>('properties.room.people');
/** What happened around the room; contributed by interactions and others. */
export const roomTimeline = panelSlot<OfRoom>('properties.room.timeline');
