import { recomputeEverybody } from '@yilu/segments/server';
import type { Command } from './command.ts';
import { withEngine } from './with-engine.ts';

const sayEvery = 20_000;

export const recompute: Command = {
  name: 'recompute',
  takes: '',
  about: {
    zh: '重算所有客户的标签与客户册；只写有变化的，可以随时再来一遍',
    en: 'Recompute everybody’s labels and the customer book; only differences are written, and it may be repeated any time',
  },
  options: {},
  run: ({ config, say }) =>
    withEngine(config, async ({ work }) => {
      const started = Date.now();
      const done = await recomputeEverybody(work, ({ people }) => {
        if (people % sayEvery === 0) say({ zh: `已重算 ${people} 位客户`, en: `${people} customers recomputed` });
      });
      const seconds = Math.round((Date.now() - started) / 100) / 10;
      return {
        data: { ...done, seconds },
        lines: [`${done.people} · ${done.written} · ${done.changes} · ${seconds} s`],
      };
    }),
};
