import { sql } from 'kysely';
import type { InteractionKind } from '../contract/index.ts';
import type { Db } from './tables.ts';

const inOnePiece = 10_000;

/** Whether contacts of a kind count in a project. */
export interface Verdict {
  readonly projectId: string;
  readonly kind: InteractionKind;
  readonly reacted: boolean;
  readonly counted: boolean;
}

/** Sets what counts for the contacts after this one, a piece at a time; answers the last looked at and whose contacts differed. */
export async function recountAfter(
  db: Db,
  after: string | undefined,
  verdicts: readonly Verdict[],
): Promise<{ readonly last: string | undefined; readonly personIds: readonly string[] }> {
  const { rows } = await sql<{ last: string | null; people: string[] }>`
    with piece as materialized (
      select id, project_id, kind, reacted, counted from interaction
       where ${after ? sql`id > ${after}` : sql`true`}
       order by id limit ${inOnePiece}
    ), differing as (
      select piece.id, verdict.counted
        from piece
        join unnest(${verdicts.map(({ projectId }) => projectId)}::uuid[], ${verdicts.map(({ kind }) => kind)}::text[],
                    ${verdicts.map(({ reacted }) => reacted)}::boolean[], ${verdicts.map(({ counted }) => counted)}::boolean[])
               as verdict (project_id, kind, reacted, counted)
          on verdict.project_id = piece.project_id and verdict.kind = piece.kind and verdict.reacted = piece.reacted
       where verdict.counted <> piece.counted
    ), changed as (
      update interaction set counted = differing.counted from differing
       where interaction.id = differing.id
      returning interaction.person_id
    )
    select (select id from piece order by id desc limit 1) as last,
           array(select distinct person_id from changed) as people
  `.execute(db);
  return { last: rows[0]?.last ?? undefined, personIds: rows[0]?.people ?? [] };
}
