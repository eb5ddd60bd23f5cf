import type { z } from 'zod';

/** A past fact that one capability tells and others hear. It carries ids, not rows; bulk work up to 1,000 ids at once. */
export interface EventKind<Shape extends z.ZodType = z.ZodType> {
  /** `capability.past_fact`, such as `interactions.recorded`. */
  readonly name: string;
  readonly shape: Shape;
}

export function event<Shape extends z.ZodType>(name: string, shape: Shape): EventKind<Shape> {
  return { name, shape };
}

/** More ids than this in one event are told as several. */
export const mostIdsInAnEvent = 1_000;
