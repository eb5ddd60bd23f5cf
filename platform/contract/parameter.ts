import type { z } from 'zod';
import type { Sentence } from './language.ts';

/**
 * A figure of the trade that a company may change (architecture §8). Declared once, in its capability's contract;
 * overridable per company and per project with history; rules receive the value as an argument.
 */
export interface Parameter<Shape extends z.ZodType = z.ZodType> {
  /** As in the requirements' register, such as `record.phone.minChars`. */
  readonly key: string;
  readonly shape: Shape;
  readonly default: z.output<Shape>;
  /** `characters`, `months`, `minutes` …; shown beside the field. */
  readonly unit?: Sentence;
  /** The value is a share 0–1, which people read and write as per cent. */
  readonly isShare?: true;
  /** What the choices of an enumeration and the parts of a group are called: `project` 项目内. */
  readonly words?: Readonly<Record<string, Sentence>>;
  readonly title: Sentence;
  /** What changes when it changes, in one sentence. */
  readonly affects: Sentence;
  /** The requirement it comes from, such as `DOS-41`. */
  readonly source: string;
}

export function parameter<Shape extends z.ZodType>(declared: Parameter<Shape>): Parameter<Shape> {
  return declared;
}
