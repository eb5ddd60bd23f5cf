import { newId, openerFor, sealerFor, unseal, type Work } from '@yilu/platform/server';
import { type AnswerSource, type AnswerValue, type FieldChange, fieldOf } from '../contract/index.ts';
import { type ChangeRecord, changesOf, insertChanges } from '../store/changes.ts';
import type { Tables } from '../store/tables.ts';
import { withAnswerMasked } from './phones-in-answers.ts';
import { personInReach } from './reading.ts';

/** One changed place of a person's record; undefined is absence. */
export interface Change {
  readonly personId: string;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The history of each field, sealed with the person's key (decision 10); any number of people at once. */
export async function recordChanges(
  work: Work<Tables>,
  changes: readonly Change[],
  source: AnswerSource = 'staff',
): Promise<void> {
  if (changes.length === 0) return;
  const sealed = await sealerFor(work as Work, [...new Set(changes.map(({ personId }) => personId))]);
  const image = (personId: string, value: unknown) =>
    value === undefined || value === null ? null : sealed(personId, JSON.stringify(value));
  await insertChanges(
    work.db,
    changes.map(({ personId, field, before, after }) => ({
      id: newId(),
      personId,
      field,
      side: fieldOf(field)?.side ?? 'both',
      beforeSealed: image(personId, before),
      afterSealed: image(personId, after),
      changedBy: work.actor.accountId,
      changedByName: work.actor.name,
      changedAt: work.now,
      source,
    })),
  );
}

/** The history of one record becomes another's, who changed what and when; sealed anew, since the key of the one goes with it. */
export async function moveChanges(
  work: Work<Tables>,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<void> {
  const past = await changesOf(work.db, fromId);
  if (past.length === 0) return;
  const open = await openerFor(work as Work, [fromId]);
  const sealed = await sealerFor(work as Work, [toId]);
  const moved = (image: string | null) => {
    const text = image === null ? undefined : open(fromId, image);
    return text === undefined ? null : sealed(toId, text);
  };
  await insertChanges(
    work.db,
    past.toReversed().map((change) => ({
      ...change,
      id: newId(),
      personId: toId,
      beforeSealed: moved(change.beforeSealed),
      afterSealed: moved(change.afterSealed),
    })),
  );
}

export async function personHistory(
  work: Work<Tables>,
  { personId, field, limit }: { personId: string; field?: string | undefined; limit: number },
): Promise<{ changes: FieldChange[] }> {
  const person = await personInReach(work, personId);
  const records = await changesOf(work.db, person.id, field, limit);
  const changes: FieldChange[] = [];
  for (const record of records) changes.push(await shownChange(work, record));
  return { changes };
}

/** Sensitive values stay hidden in the history too; a destroyed key hides them for ever. */
async function shownChange(work: Work<Tables>, record: ChangeRecord): Promise<FieldChange> {
  const common = {
    field: record.field,
    changedBy: record.changedByName,
    changedAt: record.changedAt,
    source: record.source,
  };
  if (isHiddenField(record.field)) return { ...common, hidden: true };
  const [before, after] = await Promise.all([
    opened(work, record.personId, record.beforeSealed),
    opened(work, record.personId, record.afterSealed),
  ]);
  const lost =
    (record.beforeSealed !== null && before === undefined) || (record.afterSealed !== null && after === undefined);
  return {
    ...common,
    hidden: lost,
    ...(before !== undefined && { before: withAnswerMasked(before) }),
    ...(after !== undefined && { after: withAnswerMasked(after) }),
  };
}

function isHiddenField(field: string): boolean {
  return field === 'identity' || fieldOf(field)?.sensitivity === 'sensitive';
}

async function opened(work: Work<Tables>, personId: string, sealed: string | null): Promise<AnswerValue | undefined> {
  if (sealed === null) return undefined;
  const text = await unseal(work as Work, personId, sealed);
  return text === undefined ? undefined : (JSON.parse(text) as AnswerValue);
}
