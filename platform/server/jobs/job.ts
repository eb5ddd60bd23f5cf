import type { z } from 'zod';
import type { EventKind } from '../../contract/index.ts';
import type { Work } from '../work/work.ts';

/** Opens one more transaction of a job that works in steps. */
export type Begin = <Result>(act: (work: Work) => Promise<Result>) => Promise<Result>;

/**
 * Work done after a commit. Repeated until it succeeds, after a crash too, so it is written to be repeatable.
 * Payloads carry ids only.
 */
export interface JobKind<Shape extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly shape: Shape;
  readonly run: (begin: Begin, payload: z.output<Shape>) => Promise<void>;
  /** Whole seconds after which a run counts as lost and is repeated. */
  readonly expireInSeconds: number;
}

/** A job that is one transaction. */
export function job<Tables, Shape extends z.ZodType>(
  name: string,
  shape: Shape,
  handle: (work: Work<Tables>, payload: z.output<Shape>) => Promise<void>,
  { expireInSeconds = 900 }: { expireInSeconds?: number } = {},
): JobKind<Shape> {
  return {
    name,
    shape,
    expireInSeconds,
    run: (begin, payload) => begin((work) => handle(work as Work<Tables>, payload)),
  };
}

/** A long job that commits its progress step by step and can be resumed. */
export function jobInSteps<Shape extends z.ZodType>(
  name: string,
  shape: Shape,
  run: (begin: Begin, payload: z.output<Shape>) => Promise<void>,
  { expireInSeconds = 4 * 3_600 }: { expireInSeconds?: number } = {},
): JobKind<Shape> {
  return { name, shape, run, expireInSeconds };
}

/** Somebody who hears an event: one job per listener and event. */
export interface Listener {
  readonly event: EventKind;
  /** `capability.what-it-does`; unique. */
  readonly name: string;
  readonly handle: (work: Work, payload: unknown) => Promise<void>;
}

export function when<Tables, Shape extends z.ZodType>(
  event: EventKind<Shape>,
  name: string,
  handle: (work: Work<Tables>, payload: z.output<Shape>) => Promise<void>,
): Listener {
  return {
    event,
    name,
    handle: (work, payload) => handle(work as Work<Tables>, event.shape.parse(payload)),
  };
}

/** Something that happens by the clock, in Shanghai time; listed in apps/server/recurring.ts. */
export interface Recurring {
  readonly name: string;
  /** Five fields: minute hour day month weekday. */
  readonly cron: string;
  readonly run: (begin: Begin) => Promise<void>;
}

export function every<Tables>(name: string, cron: string, handle: (work: Work<Tables>) => Promise<void>): Recurring {
  return { name, cron, run: (begin) => begin((work) => handle(work as Work<Tables>)) };
}
