import { readFileSync } from 'node:fs';
import { customers } from '@yilu/customers/server';
import { identity } from '@yilu/identity/server';
import { interactions } from '@yilu/interactions/server';
import { type Begin, type Capability, inTransaction } from '@yilu/platform/server';
import { type Caller, type House, openHouse } from '@yilu/platform/testing';
import { properties } from '@yilu/properties/server';
import { sales } from '@yilu/sales/server';
import { settings } from '@yilu/settings/server';
import { tasks } from '@yilu/tasks/server';
import { applyImport, type ImportRun, readImport, startImport, undoImport } from '../contract/index.ts';
import { forgetOldImports, imports } from '../server/index.ts';

const capabilities: readonly Capability[] = [
  settings,
  identity,
  tasks,
  properties,
  customers,
  interactions,
  sales,
  imports,
];

export interface Office {
  readonly house: House;
  /** As the command line begins. */
  readonly begin: Begin;
  readonly projectId: string;
  readonly administrator: Caller;
  /** Drop files in and wait for the preview. */
  readonly drop: (
    caller: Caller,
    files: Readonly<Record<string, Buffer | string>>,
    projectId?: string,
  ) => Promise<ImportRun>;
  readonly bringIn: (caller: Caller, run: ImportRun) => Promise<ImportRun>;
  readonly takeBack: (caller: Caller, run: ImportRun) => Promise<ImportRun>;
  readonly count: (table: string) => Promise<number>;
}

/** An office with everything that imports lean on, and one project. */
export async function openOffice(): Promise<Office> {
  const house = await openHouse({ capabilities, recurring: [forgetOldImports] });
  const projectId = await house.project('锦绣花园');
  const afterwards = async (caller: Caller, run: ImportRun) => {
    await house.settle();
    return caller.ask(readImport, { importId: run.id });
  };
  return {
    house,
    begin: (act) => inTransaction(house.engine, { entry: { as: 'system' }, requestId: 'test' }, act),
    projectId,
    administrator: house.as('administrator'),
    drop: async (caller, files, into) => {
      const { payload, headers } = multipart(files);
      const response = await caller.exchange(startImport, into ? { projectId: into } : {}, headers, payload);
      if (response.statusCode !== 201) throw new Error(`${response.statusCode} ${response.body.slice(0, 400)}`);
      return afterwards(caller, response.json());
    },
    bringIn: async (caller, run) => afterwards(caller, await caller.ask(applyImport, { importId: run.id })),
    takeBack: async (caller, run) => afterwards(caller, await caller.ask(undoImport, { importId: run.id })),
    count: async (table) => {
      const [row] = await house.sql<{ count: number }>(`select count(*)::int as count from ${table}`);
      return row?.count ?? -1;
    },
  };
}

export function workbook(name: string): Buffer {
  return readFileSync(new URL(`workbooks/${name}`, import.meta.url));
}

export function multipart(files: Readonly<Record<string, Buffer | string>>): {
  payload: Buffer;
  headers: Record<string, string>;
} {
  const boundary = 'office-boundary';
  const parts = Object.entries(files).flatMap(([name, content]) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
  return {
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
