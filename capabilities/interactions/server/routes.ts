import { answer, type Route } from '@yilu/platform/server';
import * as ask from '../contract/endpoints.ts';
import { minimumsIn } from './circumstances.ts';
import { ownCompliance, registerCompliance } from './compliance.ts';
import { callersLike } from './customer.ts';
import { listRegisters, readRegister } from './read-registers.ts';
import {
  changeInteraction,
  readInteraction,
  recordContact,
  revealWords,
  tallyOfPerson,
  timelineOfPerson,
} from './record-contact.ts';
import { createRegister, finishRegister } from './registers.ts';
import { revealTaskWords } from './reveal-task-words.ts';
import { withdrawInteraction } from './withdraw-contact.ts';

export const routes: Route[] = [
  answer(ask.recordContact, recordContact),
  answer(ask.timelineOfPerson, timelineOfPerson),
  answer(ask.tallyOfPerson, tallyOfPerson),
  answer(ask.readInteraction, readInteraction),
  answer(ask.changeInteraction, changeInteraction),
  answer(ask.revealWords, revealWords),
  answer(ask.revealTaskWords, revealTaskWords),
  answer(ask.withdrawInteraction, withdrawInteraction),
  answer(ask.recordMinimums, (work, { projectId }) => minimumsIn(work, projectId)),
  answer(ask.findCallers, async (work, asked) => ({ items: await callersLike(work, asked) })),
  answer(ask.createRegister, createRegister),
  answer(ask.finishRegister, finishRegister),
  answer(ask.listRegisters, listRegisters),
  answer(ask.readRegister, readRegister),
  answer(ask.registerCompliance, registerCompliance),
  answer(ask.ownCompliance, ownCompliance),
];
