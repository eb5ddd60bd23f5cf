import type { Day } from '@yilu/platform/contract';
import { slot, type Work } from '@yilu/platform/server';
import type { DossierFact } from '../contract/index.ts';

/** A named query of the 360° page (DOS-55, decision 12); all run in the page's one transaction. */
export interface PersonPanel {
  /** The key under which the answer stands in `PersonView.panels`: `timeline`, `labels`, `deals`, `tasks`. */
  readonly name: string;
  /** Undefined where the asker may never see it: the panel is absent without a hole. */
  readonly read: (work: Work, person: PanelPerson) => Promise<unknown>;
}

export interface PanelPerson {
  readonly id: string;
  /** Projects of the person within the asker's reach. */
  readonly projectIds: readonly string[];
  /** Rooms in which the person has a part today. */
  readonly roomIds: readonly string[];
}

export const personPanels = slot<PersonPanel>('customers.personPanels');

/** What another capability knows that counts for completeness (DOS-14). */
export interface KnownForDossier {
  readonly facts: readonly DossierFact[];
  /** Days of all visits to a sales office, ascending. */
  readonly visitDays?: readonly Day[] | undefined;
  /** The day a contract was signed. */
  readonly signedOn?: Day | undefined;
  /** Whether money may have come in already. */
  readonly paymentsBegun?: boolean | undefined;
}

export interface DossierFactSource {
  readonly name: string;
  readonly gather: (work: Work, personId: string) => Promise<KnownForDossier>;
}

export const dossierFacts = slot<DossierFactSource>('customers.dossierFacts');

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
