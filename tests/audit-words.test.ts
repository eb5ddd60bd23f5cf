import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { catalogue, PartyRole, RoomParty } from '@yilu/customers/contract';
import { ContactParts } from '@yilu/interactions/contract';
import type { AuditWords } from '@yilu/platform/contract';
import { Building, BuildingUnit, Phase, Room } from '@yilu/properties/contract';
import { CompanyNode, DictionaryEntry, SpecialDay, WorkingHours } from '@yilu/settings/contract';
import { expect, test } from 'vitest';

/** One code, or a choice among several. */
const actionGiven = /\baction:([^;{}]*?)(?:\n\s*subject\b|,\n|, |\})/g;
const root = join(import.meta.dirname, '..');

test.each(globSync('capabilities/*', { cwd: root }).map((folder) => basename(folder)))(
  'every doing that %s records has words in the audit, in both languages',
  async (capability) => {
    const recorded = globSync(`capabilities/${capability}/server/**/*.ts`, { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(actionGiven)].flatMap(([, given = '']) =>
        [...given.matchAll(/'([a-z-]+\.[a-z_]+)'/g)].map(([, code = '']) => code),
      ),
    );
    if (recorded.length === 0) return;
    const { auditWords }: { readonly auditWords: AuditWords } = await import(
      join(root, `capabilities/${capability}/console/audit-words.ts`)
    );
    const wordless = recorded.filter((code) => !auditWords.actions[code]?.zh || !auditWords.actions[code]?.en);
    expect(wordless, `give them words in capabilities/${capability}/console/audit-words.ts`).toEqual([]);
  },
);

const keysOf = (shape: { readonly shape: object }) => Object.keys(shape.shape);

/** What whole images hold; ids stand under the names of what they mean, and the rest is machinery. */
const images: readonly (readonly [of: string, keys: readonly string[]])[] = [
  ['a company', keysOf(CompanyNode)],
  ['a choice of a dictionary', keysOf(DictionaryEntry)],
  ['working hours', keysOf(WorkingHours)],
  ['a special day', keysOf(SpecialDay)],
  ['a phase', keysOf(Phase)],
  ['a building', keysOf(Building)],
  ['a unit', keysOf(BuildingUnit)],
  ['a room', keysOf(Room)],
  ['who owns or lives in a room', keysOf(RoomParty)],
  ['a dossier', catalogue.map(({ key }) => key)],
  ['the talk of a contact', keysOf(ContactParts)],
  ['an import', ['records', 'people', 'rooms', 'contacts', 'deals', 'sheets', 'kept', 'door', 'count']],
];
const unnamed = new Set(['id', 'version', 'path', 'pinyin', 'initials', 'phaseId', 'buildingId', 'unitId']);

test.each(images)('%s stands in the audit in words, not in the keys of its record', async (_of, keys) => {
  const { fields } = await everyWord();
  expect(keys.filter((key) => !fields[key]?.zh && !unnamed.has(key))).toEqual([]);
});

test('a role in a room is told in words', async () => {
  const { listed } = await everyWord();
  expect(PartyRole.options.filter((role) => !listed.role?.[role]?.zh)).toEqual([]);
});

async function everyWord(): Promise<Required<Pick<AuditWords, 'fields' | 'listed'>>> {
  const files = globSync('capabilities/*/console/audit-words.ts', { cwd: root });
  const words = await Promise.all(files.map(async (file) => (await import(join(root, file))).auditWords as AuditWords));
  return {
    fields: Object.assign({}, ...words.map(({ fields }) => fields)),
    listed: Object.assign({}, ...words.map(({ listed }) => listed)),
  };
}
