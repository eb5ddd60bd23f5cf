/**
 * Numbers that look random and repeat: the same seed, key and purpose give the same share 0–1. In SQL, so that a million rows
 * are one statement; all parts are immutable, so that PostgreSQL inlines them. `demo.id` makes UUIDs of version 7 that stand in order of their key, as real ones do.
 */
export const numbers = `
create schema if not exists demo;
create or replace function demo.share(key bigint, purpose text, seed bigint) returns double precision
language sql immutable parallel safe as $$
  select (hashint8extended(key, seed + hashtext(purpose)) & 4503599627370495)::float8 / 4503599627370496::float8
$$;
create or replace function demo.pick(list text[], key bigint, purpose text, seed bigint) returns text
language sql immutable parallel safe as $$
  select list[1 + floor(demo.share(key, purpose, seed) * array_length(list, 1))::int]
$$;
create or replace function demo.id(kind int, key bigint, seed bigint) returns uuid
language sql immutable parallel safe as $$
  select (lpad(to_hex(26214400 + kind), 8, '0') || '0000' || '7' || lpad(to_hex(seed & 4095), 3, '0')
          || '8000' || lpad(to_hex(key), 12, '0'))::uuid
$$;
`;

/** Which of the estate's things an id stands for. */
export const kinds = {
  node: 1,
  phase: 2,
  building: 3,
  unit: 4,
  room: 5,
  milestone: 6,
  person: 7,
  phone: 8,
  party: 9,
  relation: 10,
  interaction: 11,
  deal: 12,
  payment: 13,
  staff: 14,
  grant: 15,
  portfolio: 16,
  task: 17,
} as const;

/** The first and the last id that `demo.id` gives to things of a kind. */
export function idsOf(kind: keyof typeof kinds, seed: number): readonly [string, string] {
  const head = `0${(26_214_400 + kinds[kind]).toString(16)}-0000-7${seed.toString(16).padStart(3, '0')}-8000-`;
  return [`${head}${'0'.repeat(12)}`, `${head}${'f'.repeat(12)}`];
}
