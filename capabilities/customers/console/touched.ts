import {
  findPeople,
  personHistory,
  readDossier,
  readPerson,
  relationGraph,
  roomPeople,
  viewPerson,
} from '../contract/index.ts';

/** What is asked again after any edit of a person. */
export const touchedByEdits = [
  viewPerson,
  readPerson,
  readDossier,
  personHistory,
  findPeople,
  roomPeople,
  relationGraph,
];
