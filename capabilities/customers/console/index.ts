import { type Command, type ConsolePage, consolePage, type Panel, type SearchSource } from '@yilu/platform/web';
import { roomPeople } from '@yilu/properties/console';
import { settingsCards } from '@yilu/settings/console';
import { ListChecks, User, UserPlus } from 'lucide-react';
import { editCatalogue, editCustomers, seeCustomers } from '../contract/index.ts';
import { cardAddress, fieldsAddress, personAddress, registerAddress } from './addresses.ts';
import { texts } from './text.ts';

export { personAddress, registerAddress } from './addresses.ts';
export { type OfPerson, personActions, personLabels, personRail, personSide, personTimeline } from './slots.ts';

export const pages: readonly ConsolePage[] = [
  consolePage({
    path: registerAddress.path,
    title: texts.register,
    permission: editCustomers,
    nav: { section: 'customers', icon: UserPlus, order: 40 },
    words: 'dengji kehu xinjian djkh register customer new',
    load: () => import('./register-page.tsx').then(({ RegisterPage }) => RegisterPage),
  }),
  consolePage({
    path: personAddress.path,
    title: texts.customer,
    permission: seeCustomers,
    load: () => import('./person-page.tsx').then(({ PersonPage }) => PersonPage),
  }),
  consolePage({
    path: cardAddress.path,
    title: texts.card,
    permission: seeCustomers,
    frame: 'bare',
    load: () => import('./card-page.tsx').then(({ CardPage }) => CardPage),
  }),
  consolePage({
    path: fieldsAddress.path,
    title: texts.fields,
    permission: editCatalogue,
    nav: { section: 'settings', icon: ListChecks, order: 60 },
    words: 'dangan ziduan dazd dossier fields',
    load: () => import('./fields-page.tsx').then(({ FieldsPage }) => FieldsPage),
  }),
];

/** Who owns and lives in a room, on the page of the room; the catalogue of the dossier among the settings. */
export const panels: readonly Panel[] = [
  roomPeople.with({
    order: 10,
    permission: seeCustomers,
    load: () => import('./room-people-panel.tsx').then(({ RoomPeoplePanel }) => RoomPeoplePanel),
  }),
  settingsCards.with({
    order: 60,
    permission: editCatalogue,
    load: () => import('./fields-card.tsx').then(({ FieldsCard }) => FieldsCard),
  }),
];

export const commands: readonly Command[] = [
  {
    title: texts.register,
    words: 'dengji kehu xinjian djkh register customer new',
    icon: UserPlus,
    permission: editCustomers,
    to: registerAddress.path,
  },
];

/** People in the command menu: name, pinyin, initials, part of a phone, room. */
export const searches: readonly SearchSource[] = [
  {
    title: texts.customers,
    icon: User,
    order: 10,
    permission: seeCustomers,
    search: async (text, signal) => (await import('./find-people.ts')).findPeopleNamed(text, signal),
  },
];

export const auditWords = async () => (await import('./audit-words.ts')).auditWords;
