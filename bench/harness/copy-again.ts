import { type Address, copyIn, copyOut, migrate } from '@yilu/platform/postgres';
import pg from 'pg';
import type { Base } from './base.ts';

/** What an import of owners writes, ledger and staging included, in an order that suits the foreign keys. */
const written = [
  ...['phase', 'building', 'building_unit', 'room', 'room_milestone'],
  ...['person', 'person_project', 'person_phone', 'person_identity', 'room_party', 'dossier_answer', 'field_change'],
  ...['person_key', 'person_search'],
  ...['import_run', 'import_file', 'import_file_part', 'import_sheet', 'import_row', 'import_change'],
];

/**
 * The yardstick: the rows that the import left, put by COPY into the same tables of another database, with the same indexes
 * and keys, in one transaction, as the tables' owner. Answers the seconds from begin to commit.
 */
export async function copyAgain({ owner, address }: Base): Promise<number> {
  const there: Address = { ...address, database: 'yilu_copy' };
  await owner.query('create database yilu_copy');
  await migrate(there);
  const other = new pg.Client(there);
  await other.connect();
  try {
    await other.query('delete from company_node');
    await copyIn(other, 'copy company_node from stdin', await rowsOf(owner, 'company_node'));
    const given = new Map<string, Buffer[]>();
    for (const table of written) given.set(table, await rowsOf(owner, table));

    const started = performance.now();
    await other.query('begin');
    for (const [table, rows] of given) await copyIn(other, `copy ${table} from stdin`, rows);
    await other.query('commit');
    return (performance.now() - started) / 1_000;
  } finally {
    await other.end();
    await owner.query('drop database yilu_copy');
  }
}

async function rowsOf(owner: pg.Client, table: string): Promise<Buffer[]> {
  const rows: Buffer[] = [];
  await copyOut(owner, `copy ${table} to stdout`, async (chunk) => void rows.push(chunk));
  return rows;
}
