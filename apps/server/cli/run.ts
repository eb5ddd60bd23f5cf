import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Language, Sentence } from '@yilu/platform/contract';
import { readConfig } from '../config.ts';
import { explain } from '../explain.ts';
import { type Command, type Given, Misused } from './command.ts';
import { helpOf, overview } from './help.ts';

/** Where a command's words go; a test listens in. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: NodeJS.ProcessEnv;
}

const common: ParseArgsConfig['options'] = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } };

/** Finds the command, runs it and answers the exit code: 0 done, 1 refused or failed, 2 typed wrongly. */
export async function runCommand(
  commands: readonly Command[],
  words: readonly string[],
  { out, err, env }: Terminal,
): Promise<number> {
  const language = languageOf(env);
  const command = commandOf(commands, words);
  if (!command) {
    const asksForHelp = words.length === 0 || ['--help', '-h', 'help'].includes(words[0] ?? '');
    if (asksForHelp) out(overview(commands, language));
    else err(`${misnamed(words)[language]}\n\n${overview(commands, language)}`);
    return asksForHelp ? 0 : 2;
  }
  try {
    const { values, positionals } = parse(command, words.slice(command.name.split(' ').length));
    if (values.help) {
      out(helpOf(command, language));
      return 0;
    }
    insistCount(command, positionals.length);
    const {
      data,
      lines,
      exitCode = 0,
    } = await command.run({
      ...readers(values),
      positionals,
      language,
      config: readConfig(env),
      say: (sentence) => err(`${sentence[language]}\n`),
    });
    out(values.json ? `${JSON.stringify(data)}\n` : lines.map((line) => `${line}\n`).join(''));
    return exitCode;
  } catch (error) {
    if (error instanceof Misused) {
      err(`${error.sentence[language]}\n${helpOf(command, language)}`);
      return 2;
    }
    err(explain(error));
    return 1;
  }
}

/** The longest name that the words begin with: `keys rotate` before `keys`. */
function commandOf(commands: readonly Command[], words: readonly string[]): Command | undefined {
  return commands
    .filter(({ name }) => name.split(' ').every((word, place) => words[place] === word))
    .toSorted((one, other) => other.name.length - one.name.length)[0];
}

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

function parse(command: Command, words: readonly string[]): { values: Values; positionals: string[] } {
  try {
    const options = { ...command.options, ...common } as NonNullable<ParseArgsConfig['options']>;
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Misused({ zh: `命令写法有误：${said}`, en: said });
  }
}

function readers(values: Values): Pick<Given, 'text' | 'list' | 'flag'> {
  return {
    text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
    list: (option) => [values[option] ?? []].flat().filter((value) => typeof value === 'string'),
    flag: (option) => values[option] === true,
  };
}

function insistCount({ leastPositionals = 0, mostPositionals = leastPositionals }: Command, count: number): void {
  if (count < leastPositionals) throw new Misused({ zh: '参数不够。', en: 'Something is missing behind the command.' });
  if (count > mostPositionals)
    throw new Misused({ zh: '参数太多。', en: 'There are too many words behind the command.' });
}

/** Chinese unless the terminal says English. */
function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('en') ? 'en' : 'zh';
}

function misnamed(words: readonly string[]): Sentence {
  return { zh: `没有「${words.join(' ')}」这个命令。`, en: `There is no command "${words.join(' ')}".` };
}
