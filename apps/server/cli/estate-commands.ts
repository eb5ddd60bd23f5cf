import { recomputeEverybody } from '@yilu/segments/server';
import { sql } from 'kysely';
import { demoRegisters, makeDemo } from '../demo-estate.ts';
import { type Command, type Given, Misused, needed } from './command.ts';
import { type CommandHouse, withEngine } from './with-engine.ts';

export const demoCommand: Command = {
  name: 'demo',
  takes: '--households N [--seed S]',
  about: {
    zh: '造一个演示楼盘：虚构的项目、房屋、业主、来访和待办；同一种子得到同样的数据',
    en: 'Make a demo estate: invented projects, rooms, owners, visits and tasks; the same seed makes the same',
  },
  options: {
    households: {
      type: 'string',
      about: { zh: '多少户，如 300；最多 1000000', en: 'How many, such as 300; at most 1000000' },
    },
    seed: { type: 'string', about: { zh: '种子，0 到 4095，默认 7', en: 'The seed, 0 to 4095; 7 by default' } },
  },
  run: async (given) => {
    const households = wholeNumber('households', needed(given, 'households'), 1, 1_000_000);
    const seed = wholeNumber('seed', given.text('seed') ?? '7', 0, 4_095);
    return withEngine(given.config, async (house) => {
      const before = await peopleIn(house.work);
      await makeDemo(house.databaseUrl, { households, seed }, said(given, '造数据', 'making rows'));
      await house.work((work) => demoRegisters(work, seed));
      const people = (await peopleIn(house.work)) - before;
      await recomputeAll(house, given);
      return { data: { households, seed, people }, lines: [made({ households, seed, people })[given.language]] };
    });
  },
};

export const recomputeCommand: Command = {
  name: 'recompute',
  takes: '',
  about: {
    zh: '重新计算所有客户的标签，只写有变化的',
    en: 'Compute the labels of all customers anew; only differences are written',
  },
  options: {},
  run: (given) =>
    withEngine(given.config, async (house) => {
      const done = await recomputeAll(house, given);
      return { data: done, lines: [reckoned(done)[given.language]] };
    }),
};

/** The command ends when the labels are right and nothing is left waiting. */
async function recomputeAll({ work, settle }: CommandHouse, given: Given) {
  const report = said(given, '计算标签', 'computing labels');
  const all = await peopleIn(work);
  const done = await recomputeEverybody(work, ({ people }) => report(all === 0 ? 1 : Math.min(1, people / all)));
  await settle();
  return done;
}

async function peopleIn(work: CommandHouse['work']): Promise<number> {
  return work(async ({ db }) => {
    const { rows } = await sql<{ people: number }>`select count(*)::int as people from person`.execute(db);
    return rows[0]?.people ?? 0;
  });
}

const made = ({ households, seed, people }: Record<'households' | 'seed' | 'people', number>) => ({
  zh: `演示楼盘造好了：${households} 户，${people} 位客户，种子 ${seed}`,
  en: `The demo estate is ready: ${households} households, ${people} customers, seed ${seed}`,
});

const reckoned = ({ people, written, changes }: Record<'people' | 'written' | 'changes', number>) => ({
  zh: `算过 ${people} 位客户，改写 ${written} 个标签，其中 ${changes} 个有了新的值`,
  en: `Reckoned ${people} customers, wrote ${written} labels, ${changes} of them with another value`,
});

/** Says every tenth part once. */
function said({ say }: Given, zh: string, en: string): (share: number) => void {
  let last = -1;
  return (share) => {
    const tenth = Math.floor(share * 10);
    if (tenth === last) return;
    last = tenth;
    say({ zh: `${zh} ${tenth * 10}%`, en: `${en} ${tenth * 10}%` });
  };
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Misused({
    zh: `--${option} 应为 ${least} 到 ${most} 的整数，现在是「${text}」。`,
    en: `--${option} should be a whole number from ${least} to ${most}, it is "${text}".`,
  });
}
