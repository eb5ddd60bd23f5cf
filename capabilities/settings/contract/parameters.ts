import { z } from 'zod';

const sentence = z.object({ zh: z.string(), en: z.string() });

/** A parameter as it stands at one company or project. */
export const ParameterAnswer = z.object({
  key: z.string(),
  capability: z.string(),
  title: sentence,
  affects: sentence,
  unit: sentence.optional(),
  /** The value is a share 0–1, to be shown as per cent. */
  isShare: z.literal(true).optional(),
  /** What its choices and parts are called. */
  words: z.record(z.string(), sentence).optional(),
  source: z.string(),
  /** JSON Schema of the value, from which the page builds its field. */
  shape: z.record(z.string(), z.unknown()),
  default: z.unknown(),
  /** What holds here. */
  value: z.unknown(),
  /** The company or project that says so; absent when it is the shipped default. */
  from: z.object({ nodeId: z.uuid(), name: z.string() }).optional(),
  changedBy: z.string().optional(),
  changedAt: z.coerce.date().optional(),
});
export type ParameterAnswer = z.infer<typeof ParameterAnswer>;

/** One change of a parameter; `before` or `after` is absent where the value above held. */
export const ParameterChange = z.object({
  id: z.uuid(),
  key: z.string(),
  node: z.object({ nodeId: z.uuid(), name: z.string() }),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  reason: z.string().optional(),
  changedBy: z.string(),
  changedAt: z.coerce.date(),
});
export type ParameterChange = z.infer<typeof ParameterChange>;
