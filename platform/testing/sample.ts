import { z } from 'zod';
import type { Chance } from './people.ts';

type Schema = Record<string, unknown>;

/** A value that this shape accepts, as far as JSON Schema can say it; refinements of our own may still decline it. */
export function sampleOf(shape: z.ZodType, chance: Chance): unknown {
  if (shape instanceof z.ZodUndefined || shape instanceof z.ZodVoid) return undefined;
  const schema = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema;
  return sampleFor(schema, schema, chance, 0);
}

function sampleFor(schema: Schema, root: Schema, chance: Chance, depth: number): unknown {
  if (typeof schema.$ref === 'string') return sampleFor(resolve(schema.$ref, root), root, chance, depth + 1);
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return pick(schema.enum, chance);
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  // Deep inside a recursive shape the first choice is the plain one.
  if (choices) return sampleFor(depth > 6 ? (choices[0] ?? {}) : pick(choices, chance), root, chance, depth + 1);
  if (Array.isArray(schema.allOf))
    return Object.assign({}, ...(schema.allOf as Schema[]).map((part) => sampleFor(part, root, chance, depth)));
  switch (schema.type) {
    case 'string':
      return textFor(schema, chance);
    case 'integer':
    case 'number':
      return numberFor(schema, chance);
    case 'boolean':
      return chance.next() < 0.5;
    case 'array':
      return listFor(schema, root, chance, depth);
    case 'object':
      return objectFor(schema, root, chance, depth);
    default:
      return depth > 4 ? null : pick([null, 1, '一', true], chance);
  }
}

function objectFor(schema: Schema, root: Schema, chance: Chance, depth: number): object {
  const required = new Set((schema.required as string[] | undefined) ?? []);
  const fields = Object.entries((schema.properties as Record<string, Schema> | undefined) ?? {});
  const given = fields.filter(([name]) => required.has(name) || (depth < 4 && chance.next() < 0.4));
  return Object.fromEntries(given.map(([name, of]) => [name, sampleFor(of, root, chance, depth + 1)]));
}

function listFor(schema: Schema, root: Schema, chance: Chance, depth: number): unknown[] {
  const least = Number(schema.minItems ?? 0);
  const length = Math.max(least, depth > 4 ? least : Math.floor(chance.next() * 3));
  return Array.from({ length }, () => sampleFor((schema.items as Schema | undefined) ?? {}, root, chance, depth + 1));
}

function numberFor(schema: Schema, chance: Chance): number {
  const least = Number(schema.minimum ?? schema.exclusiveMinimum ?? -1_000);
  const most = Math.min(Number(schema.maximum ?? schema.exclusiveMaximum ?? 1_000_000), Number.MAX_SAFE_INTEGER);
  const value = Math.max(least, -1e12) + chance.next() * (Math.min(most, 1e12) - Math.max(least, -1e12));
  return schema.type === 'integer' ? Math.round(value) : value;
}

const words = [
  '许静安',
  '3-2-1801',
  '13800001111',
  'zhangsan',
  '看房',
  '',
  ' ',
  "'; drop table person; --",
  '%',
  '\u0000',
  '😀',
  'a'.repeat(300),
];

function textFor(schema: Schema, chance: Chance): string {
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(chance.next() * 16).toString(16)).join('');
  if (schema.format === 'uuid') return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
  if (schema.format === 'date-time') return new Date(1.7e12 + chance.next() * 1e11).toISOString();
  if (schema.format === 'date' || String(schema.pattern ?? '').startsWith('^\\d{4}-\\d{2}-\\d{2}')) return '2026-11-21';
  const least = Number(schema.minLength ?? 0);
  const most = Number(schema.maxLength ?? 400);
  const word = pick(words, chance);
  return (word.length < least ? word.padEnd(least, '长') : word).slice(0, most);
}

function pick<Item>(items: readonly Item[], chance: Chance): Item {
  return items[Math.floor(chance.next() * items.length)] as Item;
}

function resolve(reference: string, root: Schema): Schema {
  return reference
    .replace(/^#\/?/, '')
    .split('/')
    .filter(Boolean)
    .reduce<Schema>((at, key) => (at[key] ?? {}) as Schema, root);
}
