import { addDays, type Day, found, instantOn, type Page } from '@yilu/platform/contract';
import { pageOf, readCursor, unseal, type Work } from '@yilu/platform/server';
import { titleOfSetting } from '@yilu/settings/server';
import { z } from 'zod';
import { type AuditEntry, noSuchEntry } from '../contract/index.ts';
import { type AuditRow, auditEntries, auditEntryById, countAudit, namesOf } from '../store/audit.ts';
import type { Tables } from '../store/tables.ts';
import { auditShown } from './slots.ts';
import { titlesOf } from './titles.ts';

const Cursor = z.object({ at: z.coerce.date(), id: z.uuid() });

export async function searchAudit(
  work: Work<Tables>,
  {
    limit,
    cursor,
    total,
    from,
    to,
    ...asked
  }: {
    limit: number;
    cursor?: string | undefined;
    total?: boolean | undefined;
    from?: Day | undefined;
    to?: Day | undefined;
    actorId?: string | undefined;
    action?: string | undefined;
    subjectKind?: string | undefined;
    subjectId?: string | undefined;
  },
): Promise<Page<AuditEntry>> {
  const { db } = work;
  const filter = { ...asked, from: from && instantOn(from), before: to && instantOn(addDays(to, 1)) };
  const rows = await auditEntries(db, filter, { after: readCursor(cursor, Cursor), limit });
  const count = total ? await countAudit(db, filter) : undefined;
  const { items, ...rest } = pageOf(rows, limit, ({ at, id }) => ({ at, id }), count);
  return {
    ...rest,
    items: await named(
      work,
      items.map((row) => entryOf(row, {})),
    ),
  };
}

/** Reading personal values is itself recorded (SEC-10). */
export async function openAuditEntry(work: Work<Tables>, { entryId }: { entryId: string }): Promise<AuditEntry> {
  const row = found(await auditEntryById(work.db, entryId), noSuchEntry);
  if (row.personId === undefined) return namedOne(work, entryOf(row, {}));
  await work.audit({
    action: 'identity.audit_opened',
    subject: { kind: 'auditEntry', id: entryId },
    projectId: row.projectId,
  });
  const before = await opened(work, row.personId, row.before);
  const after = await opened(work, row.personId, row.after);
  return namedOne(work, entryOf(row, { before, after }));
}

/** Undefined when the person's key was destroyed. */
async function opened(work: Work<Tables>, personId: string, sealed: string | undefined): Promise<string | undefined> {
  return sealed === undefined ? undefined : unseal(work as unknown as Work, personId, sealed);
}

function entryOf(
  { personId, before, after, ...row }: AuditRow,
  unsealed: { before?: string | undefined; after?: string | undefined },
): Omit<AuditEntry, 'names'> {
  const images = personId === undefined ? { before, after } : unsealed;
  return {
    ...row,
    before: images.before === undefined ? undefined : JSON.parse(images.before),
    after: images.after === undefined ? undefined : JSON.parse(images.after),
    isSealed:
      personId !== undefined && (before ?? after) !== undefined && (images.before ?? images.after) === undefined,
  };
}

type Unnamed = Omit<AuditEntry, 'names'>;

async function namedOne(work: Work<Tables>, entry: Unnamed): Promise<AuditEntry> {
  const [one] = await named(work, [entry]);
  return found(one, noSuchEntry);
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Ids mean nothing to people: three queries for a page say what they stand for. */
async function named(work: Work<Tables>, read: readonly Unnamed[]): Promise<AuditEntry[]> {
  const shows = work.contributions(auditShown);
  const entries = read.map((entry) => shows.reduce((shown, show) => show(shown), entry));
  const idsOf = ({ subjectId, before, after }: Unnamed) => [
    ...new Set(JSON.stringify([subjectId, before, after]).match(uuid) ?? []),
  ];
  const names = await namesOf(work.db, [...new Set(entries.flatMap(idsOf))]);
  const subjects = entries.flatMap(({ subjectKind, subjectId }) =>
    subjectKind === 'room' || subjectKind === 'person' ? [{ kind: subjectKind, id: subjectId } as const] : [],
  );
  for (const [id, title] of await titlesOf(work, subjects)) names.set(id, title);
  return entries.map((entry) => ({
    ...entry,
    names: {
      ...namedByItself(entry),
      ...namedByDeclaration(work, entry, names),
      ...Object.fromEntries(idsOf(entry).flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? '']] : []))),
    },
  }));
}

/** Parameters, lists and calendars are declared, not written down: their names come from those who declare them. */
function namedByDeclaration(
  work: Work<Tables>,
  { subjectKind: kind, subjectId: id }: Unnamed,
  names: ReadonlyMap<string, string>,
): Record<string, string> {
  // `NODE/sales`: one of the clocks of a site.
  const title =
    kind === 'calendar' ? names.get(id.split('/')[0] ?? '') : titleOfSetting(work as unknown as Work, { kind, id });
  return title === undefined ? {} : { [id]: title };
}

/** What stands nowhere by its id, as a task, is called as it was written down, where the reader may see that. */
function namedByItself({ subjectId, before, after }: Unnamed): Record<string, string> {
  const called = [after, before].flatMap((image) => {
    const { name, title } = (image ?? {}) as { readonly name?: unknown; readonly title?: unknown };
    return [name, title].filter((word) => typeof word === 'string');
  })[0];
  return called === undefined ? {} : { [subjectId]: called };
}
