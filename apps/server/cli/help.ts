import type { Language } from '@yilu/platform/contract';
import type { Command } from './command.ts';

/** All commands on one page. */
export function overview(commands: readonly Command[], language: Language): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, about }) => `  ${name.padEnd(width)}  ${about[language]}`);
  const [heading, hint] = {
    zh: ['一路 Yilu 命令行', '每个命令都可以加 --help 看用法，加 --json 得到机器可读的结果。'],
    en: [
      'Yilu on the command line',
      'Add --help to a command for its use, --json for an answer that programs can read.',
    ],
  }[language];
  return `${heading}\n\n  npm run -s yilu -- <command>\n\n${lines.join('\n')}\n\n${hint}\n`;
}

export function helpOf({ name, takes, about, options }: Command, language: Language): string {
  const named = Object.entries(options).map(([option, { type, about: what }]) => ({
    left: `--${option}${type === 'string' ? ' …' : ''}`,
    right: what[language],
  }));
  const all = [...named, { left: '--json', right: { zh: '输出 JSON', en: 'Answer as JSON' }[language] }];
  const width = Math.max(...all.map(({ left }) => left.length));
  const usage = `npm run -s yilu -- ${[name, takes].filter(Boolean).join(' ')}`;
  return `${about[language]}\n\n  ${usage}\n\n${all.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`).join('\n')}\n`;
}
