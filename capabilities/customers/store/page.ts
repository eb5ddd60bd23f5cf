import { sql } from 'kysely';
import type { Relation, RoomParty } from '../contract/index.ts';
import { type AnswerRecord, type AnswerRow, toAnswer } from './dossier.ts';
import { type PartyRow, toParty } from './parties.ts';
import { type PersonRecord, type PersonRow, toRecord } from './people.ts';
import { type HouseholdRecord, type MemberRow, type RelationRow, toHousehold, toRelation } from './relations.ts';
import type { Db } from './tables.ts';

/** All that this capability knows of one person. */
export interface PersonPage {
  readonly person: PersonRecord;
  /** Entrusted to the actor, as themselves or by a room. */
  readonly mine: boolean;
  readonly homes: readonly RoomParty[];
  readonly answers: readonly AnswerRecord[];
  readonly relations: readonly Relation[];
  readonly household: HouseholdRecord | undefined;
}

interface PageRow {
  person: Omit<PersonRow, 'registered_at' | 'entered_at'> & { registered_at: string; entered_at: string };
  mine: boolean;
  homes: PartyRow[];
  answers: AnswerRow[];
  relations: RelationRow[];
  household: MemberRow[] | null;
}

/** The 360° page's own part in one question; undefined for somebody out of reach. */
export async function pageOf(db: Db, personId: string): Promise<PersonPage | undefined> {
  const { rows } = await sql<PageRow>`
    select person, mine, homes, answers, relations, household from customers.page_of(${personId})`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { person } = row;
  return {
    person: toRecord({
      ...person,
      registered_at: new Date(person.registered_at),
      entered_at: new Date(person.entered_at),
    }),
    mine: row.mine,
    homes: row.homes.map(toParty),
    answers: row.answers.map(toAnswer),
    relations: row.relations.map(toRelation),
    household: toHousehold(row.household ?? []),
  };
}
