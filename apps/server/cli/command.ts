import type { ParseArgsConfig } from 'node:util';
import { type Language, Refused, type Sentence } from '@yilu/platform/contract';
import type { Config } from '../config.ts';

/** Values as they stand on the command line; a repeatable option is a list. */
export interface Given {
  readonly config: Config;
  readonly language: Language;
  readonly positionals: readonly string[];
  readonly text: (option: string) => string | undefined;
  readonly list: (option: string) => readonly string[];
  readonly flag: (option: string) => boolean;
  /** Progress and warnings, on stderr: stdout carries the answer alone. */
  readonly say: (sentence: Sentence) => void;
}

/** What a command answers: data for `--json`, lines for people. */
export interface Result {
  readonly data: unknown;
  readonly lines: readonly string[];
  /** 0 unless the answer itself is bad news, such as a doctor's finding. */
  readonly exitCode?: number;
}

export interface Command {
  /** Such as `api-key create`. */
  readonly name: string;
  /** What stands behind the name: `FILE… [--project NAME]`. */
  readonly takes: string;
  readonly about: Sentence;
  readonly options: Readonly<Record<string, Option>>;
  readonly leastPositionals?: number;
  readonly mostPositionals?: number;
  readonly run: (given: Given) => Promise<Result>;
}

export type Option = NonNullable<ParseArgsConfig['options']>[string] & { readonly about: Sentence };

/** The command was typed wrongly: exit code 2, with the way to its help. */
export class Misused extends Error {
  readonly sentence: Sentence;

  constructor(sentence: Sentence) {
    super(sentence.en);
    this.name = 'Misused';
    this.sentence = sentence;
  }
}

export function needed(given: Given, option: string): string {
  const value = given.text(option);
  if (value) return value;
  throw new Misused({ zh: `缺少 --${option}。`, en: `--${option} is missing.` });
}

/** A refusal of a command itself, not of a use case. */
export function declined(code: string, message: Sentence): Refused {
  return new Refused({ code: `cli.${code}`, params: {}, message });
}
