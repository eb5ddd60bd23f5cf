import { answer, type Route } from '@yilu/platform/server';
import * as ask from '../contract/index.ts';
import { changePerson } from './change-person.ts';
import { personHistory } from './changes.ts';
import { createPerson } from './create-person.ts';
import { answerDossier, readDossier, revealAnswer } from './dossier.ts';
import { readFieldSettings, setField } from './field-settings.ts';
import { findPeople } from './find-people.ts';
import { revealIdentity, setIdentity } from './identity.ts';
import { lookUpPhone } from './look-up-phone.ts';
import { mergePeople } from './merge-people.ts';
import { momentsOfPerson } from './moments.ts';
import { addParty, changeParty, endParty, roomPeople } from './parties.ts';
import { addPhone, changePhone, removePhone } from './phones.ts';
import { revealAnswerPhone } from './phones-in-answers.ts';
import { readPerson } from './reading.ts';
import {
  addHouseholdMember,
  addRelation,
  relationGraph,
  removeHouseholdMember,
  removeRelation,
  revealRelationNote,
} from './relations.ts';
import { resemblances } from './resemblances.ts';
import { revealPhone, ringPerson } from './reveal-phone.ts';
import { transferRoom } from './transfer-room.ts';
import { viewPerson } from './view-person.ts';

export const routes: Route[] = [
  answer(ask.createPerson, createPerson),
  answer(ask.resemblances, resemblances),
  answer(ask.lookUpPhone, lookUpPhone),
  answer(ask.findPeople, findPeople),
  answer(ask.readPerson, readPerson),
  answer(ask.viewPerson, viewPerson),
  answer(ask.changePerson, changePerson),
  answer(ask.setIdentity, setIdentity),
  answer(ask.revealIdentity, revealIdentity),
  answer(ask.addPhone, addPhone),
  answer(ask.changePhone, changePhone),
  answer(ask.removePhone, removePhone),
  answer(ask.revealPhone, revealPhone),
  answer(ask.ringPerson, ringPerson),
  answer(ask.personHistory, personHistory),
  answer(ask.momentsOfPerson, momentsOfPerson),
  answer(ask.mergePeople, mergePeople),
  answer(ask.roomPeople, roomPeople),
  answer(ask.addParty, addParty),
  answer(ask.changeParty, changeParty),
  answer(ask.endParty, endParty),
  answer(ask.transferRoom, transferRoom),
  answer(ask.addRelation, addRelation),
  answer(ask.removeRelation, removeRelation),
  answer(ask.relationGraph, relationGraph),
  answer(ask.revealRelationNote, revealRelationNote),
  answer(ask.addHouseholdMember, addHouseholdMember),
  answer(ask.removeHouseholdMember, removeHouseholdMember),
  answer(ask.readDossier, readDossier),
  answer(ask.answerDossier, answerDossier),
  answer(ask.revealAnswer, revealAnswer),
  answer(ask.revealAnswerPhone, revealAnswerPhone),
  answer(ask.fieldSettings, readFieldSettings),
  answer(ask.setField, setField),
];
