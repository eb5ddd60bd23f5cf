import { event, mostIdsInAnEvent } from '@yilu/platform/contract';
import { z } from 'zod';

const personIds = z.array(z.uuid()).min(1).max(mostIdsInAnEvent);

/** Told when people have been registered or imported. */
export const personCreated = event('customers.person_created', z.object({ personIds }));

/** Told when names, phones, relations, households or projects of people have changed. */
export const personChanged = event('customers.person_changed', z.object({ personIds }));

/** Told when somebody's part in a room began, changed or ended. */
export const partyChanged = event(
  'customers.party_changed',
  z.object({ personIds, roomIds: z.array(z.uuid()).max(mostIdsInAnEvent) }),
);

/** Told when answers of the dossier have changed; which fields is not said, since facts are read in sets. */
export const dossierChanged = event('customers.dossier_changed', z.object({ personIds }));

/** Told once per merge: `mergedId` no longer exists, everything of it now belongs to `personId`. */
export const merged = event('customers.merged', z.object({ personId: z.uuid(), mergedId: z.uuid() }));
