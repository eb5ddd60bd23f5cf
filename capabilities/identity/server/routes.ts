import { answer, answerRaw, type Route } from '@yilu/platform/server';
import * as ask from '../contract/index.ts';
import { addApiKey, listApiKeys, revokeApiKey } from './api-keys.ts';
import { openAuditEntry, searchAudit } from './audit.ts';
import { beginDemoEstate, readDemoEstate } from './demo-estate.ts';
import { changeGrant, grantRole, withdrawGrant } from './grants.ts';
import { closeAccount, readLeaving, reopenAccount } from './leaving.ts';
import {
  changePassword,
  changePreferences,
  endOtherSessions,
  endSession,
  ownSessions,
  readMe,
  signOut,
} from './own-account.ts';
import { entrustSeen, readPortfolio, transferPortfolio } from './portfolio.ts';
import { addRole, editRole, listRoles, removeRole } from './roles.ts';
import { confirmSecondFactor, offerSecondFactor, removeSecondFactor, renewBackupCodes } from './second-factor.ts';
import { readSetUp, setUp } from './set-up.ts';
import { signIn, signInWithSecondFactor } from './sign-in.ts';
import { lanAccess } from './slots.ts';
import {
  addStaff,
  dropSecondFactor,
  editStaff,
  liftLock,
  listColleagues,
  listStaff,
  nameColleagues,
  readStaff,
  resetPassword,
} from './staff.ts';

export const routes: readonly Route[] = [
  answerRaw(ask.signIn, signIn),
  answerRaw(ask.signInWithSecondFactor, signInWithSecondFactor),
  answerRaw(ask.signOut, signOut),
  answer(ask.readMe, readMe),
  answer(ask.changePreferences, changePreferences),
  answer(ask.ownSessions, ownSessions),
  answer(ask.endSession, endSession),
  answer(ask.endOtherSessions, endOtherSessions),
  answer(ask.changePassword, changePassword),
  answer(ask.offerSecondFactor, offerSecondFactor),
  answer(ask.confirmSecondFactor, confirmSecondFactor),
  answer(ask.renewBackupCodes, renewBackupCodes),
  answer(ask.removeSecondFactor, removeSecondFactor),

  answer(ask.readSetUp, readSetUp),
  answerRaw(ask.setUp, setUp),
  answer(ask.readDemoEstate, readDemoEstate),
  answer(ask.beginDemoEstate, beginDemoEstate),
  answer(ask.readLanAccess, async (work) => ({ lan: work.contributions(lanAccess)[0]?.read() })),

  answer(ask.listColleagues, listColleagues),
  answer(ask.nameColleagues, nameColleagues),
  answer(ask.listStaff, listStaff),
  answer(ask.readStaff, readStaff),
  answer(ask.addStaff, addStaff),
  answer(ask.editStaff, editStaff),
  answer(ask.grantRole, grantRole),
  answer(ask.withdrawGrant, withdrawGrant),
  answer(ask.changeGrant, changeGrant),
  answer(ask.resetPassword, resetPassword),
  answer(ask.liftLock, liftLock),
  answer(ask.dropSecondFactor, dropSecondFactor),
  answer(ask.readPortfolio, readPortfolio),
  answer(ask.entrust, entrustSeen),
  answer(ask.transferPortfolio, transferPortfolio),
  answer(ask.readLeaving, readLeaving),
  answer(ask.closeAccount, closeAccount),
  answer(ask.reopenAccount, reopenAccount),

  answer(ask.listRoles, listRoles),
  answer(ask.addRole, addRole),
  answer(ask.editRole, editRole),
  answer(ask.removeRole, removeRole),
  answer(ask.listApiKeys, listApiKeys),
  answer(ask.addApiKey, addApiKey),
  answer(ask.revokeApiKey, revokeApiKey),
  answer(ask.searchAudit, searchAudit),
  answer(ask.openAuditEntry, openAuditEntry),
];
