import type { WhyKept } from '@yilu/properties/contract';
import { z } from 'zod';
import { InteractionKind } from './kind.ts';
import { ContactParts } from './parts.ts';

/**
 * One past contact from a file. Imported history is exempt from deadlines, minimums and mandatory fields (decision 19).
 * The person exists already: people are imported before their contacts.
 */
export const ImportedContact = z.object({
  /** The source's own key, or a hash of the row with its ordinal among equals; unique in the project (decision 20). */
  sourceKey: z.string().min(1).max(200),
  projectId: z.uuid(),
  personId: z.uuid(),
  kind: InteractionKind,
  contactedAt: z.coerce.date(),
  /** Absent = by the kind: who called or came has reacted, who was written to has not. */
  reacted: z.boolean().optional(),
  parts: ContactParts.default({}),
  /** The account the file's name was matched to, else the name as written. */
  staffId: z.uuid().optional(),
  staffName: z.string().max(60).optional(),
});
export type ImportedContact = z.input<typeof ImportedContact>;

/** What became of a row, in the order given. `before` of an update is kept by the import for its undo. */
export interface ImportedContactResult {
  readonly sourceKey: string;
  readonly id: string;
  readonly result: 'created' | 'updated' | 'unchanged';
  readonly before?: ImportedContactImage;
  readonly after?: ImportedContactImage;
  /** What differs but was edited here, so the file did not win (decision 20). */
  readonly differences?: readonly (keyof ImportedContactImage)[];
}

/** The fields an import may fill or change. */
export interface ImportedContactImage {
  readonly parts: ContactParts;
  readonly contactedAt: string;
  readonly staffName?: string | undefined;
  readonly recordedBy?: string | undefined;
}

export interface ImportedContacts {
  readonly importId: string;
  /** Any number; written in sets. */
  readonly rows: readonly ImportedContact[];
}

/** What an undo needs: ids of created rows, and for updated rows both images. */
export interface UndoContacts {
  readonly importId: string;
  /** What later imports that stand have changed, and the first of them to do so. */
  readonly changedLater?: ReadonlyMap<string, string> | undefined;
  readonly updated: readonly {
    readonly id: string;
    readonly before: ImportedContactImage;
    readonly after: ImportedContactImage;
  }[];
}
export interface UndoneContacts {
  readonly removed: number;
  readonly restored: number;
  /** Changed since, so they stay as they are (decision 22). */
  readonly kept: readonly { readonly id: string; readonly personId: string; readonly because: WhyKept }[];
}
