import { slot, type Work } from '@yilu/platform/server';
import type { PersonMoment } from '../contract/index.ts';
import type { DossierFacts } from '../rules/index.ts';

/** A named query of the 360° page (DOS-55, decision 12); all run in the page's one transaction. */
export interface PersonPanel {
  /** The key under which the answer stands in `PersonView.panels`: `timeline`, `labels`, `deals`, `tasks`. */
  readonly name: string;
  /** Undefined where the asker may never see it: the panel is absent without a hole. */
  readonly read: (work: Work, person: PanelPerson) => Promise<unknown>;
  /** Its answer is shown much as it comes. */
  readonly asksLast?: boolean;
}

/** One asking about one person: the same object for all that is read together, so that what two need is read once. */
export interface PanelPerson {
  readonly id: string;
}

export const personPanels = slot<PersonPanel>('customers.personPanels');

/** How far a person's dossier has come in one project. */
export interface DossierStanding extends DossierFacts {
  readonly projectId: string;
}

/**
 * Completeness is a label and lives in segments (decision 11): what they gather for it is what the dossier shows, so that the book, the
 * 360° page, Today and the reckoning can only say the same.
 */
export interface DossierStandings {
  readonly name: string;
  /** One standing per project of the person within the asker's reach. */
  readonly read: (work: Work, person: PanelPerson) => Promise<readonly DossierStanding[]>;
}

export const dossierStandings = slot<DossierStandings>('customers.dossierStandings');

/** Moves everything that refers to `fromId` to `toId`, in the merging transaction (DOS-08, decision 11). */
export interface PersonRelinker {
  readonly name: string;
  readonly relink: (work: Work, merge: { readonly fromId: string; readonly toId: string }) => Promise<void>;
}

export const personRelinkers = slot<PersonRelinker>('customers.personRelinkers');

/** Tells which of these people something of a later capability refers to: they are not removed by undoing an import. */
export interface PersonReferrer {
  readonly name: string;
  readonly refersTo: (work: Work, personIds: readonly string[]) => Promise<readonly string[]>;
}

export const personReferrers = slot<PersonReferrer>('customers.personReferrers');

/** What a later capability knows to have happened with a person besides contacts; nothing for who may not see it. */
export interface PersonMoments {
  readonly name: string;
  readonly read: (work: Work, personId: string) => Promise<readonly PersonMoment[]>;
}

export const personMoments = slot<PersonMoments>('customers.personMoments');
