import type { Day } from '@yilu/platform/contract';
import type { WhyKept } from '@yilu/properties/contract';
import type { FieldKey } from './catalogue.ts';
import type { AnswerValue } from './dossier.ts';
import type { PartyRole, RelationKind } from './party.ts';
import type { IdentityKind, PersonKind, PhoneKind, Sex } from './person.ts';

/**
 * The typed importer's door (decisions 2, 20–22): the import capability hands over normalised rows and receives, per row, what
 * happened or would happen. A thousand to ten thousand rows per call are written in sets.
 */
export interface ImportedPerson {
  /** The caller's own number of the row, unique within a call; comes back with the outcome. */
  readonly ref: number;
  readonly kind: PersonKind;
  /** One person's name; splitting `张三、李四` is the caller's. */
  readonly name: string;
  readonly sex?: Sex | undefined;
  readonly birthDate?: Day | undefined;
  readonly birthYear?: number | undefined;
  /** As `phoneOf()` of the rules returns them: normalised, no placeholders. */
  readonly phones: readonly { readonly number: string; readonly kind?: PhoneKind | undefined }[];
  /** As `identityOf()` of the rules returns it. */
  readonly identity?: { readonly kind: IdentityKind; readonly number: string } | undefined;
  readonly projectId: string;
  readonly parties: readonly ImportedParty[];
  readonly answers: readonly { readonly field: FieldKey; readonly value: AnswerValue }[];
  /** Links to other rows of the same call. */
  readonly relations?: readonly { readonly toRef: number; readonly kind: RelationKind }[] | undefined;
  /** First registration as the source tells it; today when absent. */
  readonly registeredOn?: Day | undefined;
  /**
   * What the source says around the name: an agreement, its own number, a room, the person beside. Any one of them with the
   * name finds somebody who left neither phone nor ID number, when the file comes again (decision 20).
   */
  readonly sourceKeys?: readonly string[] | undefined;
}

export interface ImportedParty {
  readonly roomId: string;
  readonly role: PartyRole;
  /** 0–1. */
  readonly share?: number | undefined;
  readonly startedOn?: Day | undefined;
  /** First day on which an ownership no longer holds: it is ended where it stands, or kept as history where it does not. */
  readonly endedOn?: Day | undefined;
  readonly primaryContact?: boolean | undefined;
}

/** What an import remembers of a part in a room that it ended. */
export interface EndedParty {
  readonly roomId: string;
  readonly endedOn: Day;
  /** Whoever was rung first is so again after the undo. */
  readonly wasContact: boolean;
}

/** A place in a person's record that an import may fill. */
export type ImportedPlace =
  | 'sex'
  | 'birthDate'
  | 'birthYear'
  | 'identity'
  | `answer:${FieldKey}`
  | `phone:${string}`
  | `party:${string}`
  | `ended:${string}`
  | `project:${string}`
  | `relation:${string}`;

/** What an import put where nothing stood: the before-image of a filled place is absence, of an `ended` party that it held. */
export interface FilledPlace {
  readonly place: ImportedPlace;
  /** The value now there; for phones, parties, projects and relations the id of the new row. Sealed before it is stored anywhere. */
  readonly after: unknown;
}

export type JoinedBy = 'phoneAndName' | 'identityAndName' | 'nameAndRoom' | 'nameAndSource' | 'earlierRow';

export interface ImportedPersonOutcome {
  readonly ref: number;
  /** `updated`: something empty was filled or a link added. */
  readonly outcome: 'created' | 'updated' | 'unchanged';
  /** The id it has or, in a dry run, would have (ids of would-be people are made up for that run only). */
  readonly personId: string;
  /** Why the row was taken for a person already known; absent when created. */
  readonly joinedBy?: JoinedBy | undefined;
  readonly filled: readonly FilledPlace[];
  /** Places where the file says something else than the record: kept as it is here, listed. */
  readonly differences: readonly { readonly place: ImportedPlace; readonly given: unknown }[];
  /** People it resembles too weakly to join: same phone with another name, same name with another phone. */
  readonly suggestions: readonly string[];
  readonly warnings: readonly ImportWarning[];
}

/**
 * `sharedIdentity`: an ID number that another name has too (never joined on). `fieldOff`: an answer whose field is switched off was left
 * out; `fieldElsewhere`: one that only the other side collects (decision 33).
 */
export type ImportWarning =
  | { readonly kind: 'sharedIdentity' }
  | { readonly kind: 'fieldOff'; readonly field: FieldKey }
  | { readonly kind: 'fieldElsewhere'; readonly field: FieldKey }
  | { readonly kind: 'answerUnusable'; readonly field: FieldKey };

export interface ImportOptions {
  /** Nothing is written; outcomes are as if. */
  readonly dryRun?: boolean | undefined;
  /** The caller calls `makeFindable` for them, and `finishFindable` once at the end. */
  readonly findableLater?: boolean | undefined;
}

/** What undo gives back: a person as the outcome told it. */
export interface UndoPerson {
  readonly personId: string;
  /** True when the import created the person. */
  readonly created: boolean;
  /** The values of whom the import created need not be remembered. */
  readonly filled: readonly (Pick<FilledPlace, 'place'> & Partial<FilledPlace>)[];
}

export interface UndoOutcome {
  readonly personId: string;
  /** True when the created person was removed. */
  readonly removed: boolean;
  /** What was edited since and therefore stays; a created person stays whole when edited, changed by a later import or referred to. */
  readonly kept: readonly KeptPlace[];
  readonly keptBecause?: WhyKept | undefined;
}

/** A place of a record, also one that no import fills; with who edited it last, where the record's history tells. */
export interface KeptPlace {
  readonly place: ImportedPlace | 'name' | 'household' | 'record';
  readonly by?: string | undefined;
  readonly at?: Date | undefined;
}
