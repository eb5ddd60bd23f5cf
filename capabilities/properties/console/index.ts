import { type ConsolePage, consolePage, type SearchSource } from '@yilu/platform/web';
import { Building2, DoorOpen } from 'lucide-react';
import { seeProperties } from '../contract/index.ts';
import { buildingAddress, placesAddress, projectAddress, roomAddress } from './pages.ts';
import { texts } from './text.ts';

export { buildingAddress, placesAddress, projectAddress, roomAddress } from './pages.ts';
export { roomPeople, roomTimeline } from './slots.ts';

export const pages: readonly ConsolePage[] = [
  consolePage({
    path: placesAddress.path,
    title: texts.places,
    permission: seeProperties,
    nav: { section: 'customers', icon: Building2, order: 60, onPhone: true, also: ['/buildings', '/rooms'] },
    words: 'loudong fangjian ld fj louyu building rooms projects',
    load: () => import('./projects-page.tsx').then(({ ProjectsPage }) => ProjectsPage),
  }),
  consolePage({
    path: projectAddress.path,
    title: texts.project,
    permission: seeProperties,
    load: () => import('./project-page.tsx').then(({ ProjectPage }) => ProjectPage),
  }),
  consolePage({
    path: buildingAddress.path,
    title: texts.building,
    permission: seeProperties,
    load: () => import('./building-page.tsx').then(({ BuildingPage }) => BuildingPage),
  }),
  consolePage({
    path: roomAddress.path,
    title: texts.room,
    permission: seeProperties,
    load: () => import('./room-page.tsx').then(({ RoomPage }) => RoomPage),
  }),
];

/** Rooms in the command menu, however one writes them. */
export const searches: readonly SearchSource[] = [
  {
    title: texts.room,
    icon: DoorOpen,
    order: 20,
    permission: seeProperties,
    search: async (text, signal) => (await import('./find-rooms.ts')).findRooms(text, signal),
  },
];

export const auditWords = async () => (await import('./audit-words.ts')).auditWords;
