import { demoEstate } from '@yilu/identity/server';
import { inventRegisters } from '@yilu/interactions/server';
import { dayOf, Refused, refusalWith } from '@yilu/platform/contract';
import { codeOf } from '@yilu/platform/postgres';
import { type Capability, jobInSteps, type Work } from '@yilu/platform/server';
import { markAll } from '@yilu/segments/server';
import { sql } from 'kysely';
import { Client } from 'pg';
import { z } from 'zod';
import { makeEstate } from '../../database/demo/make-estate.ts';
import { idsOf } from '../../database/demo/numbers.ts';
import { sizeFor } from '../../database/demo/size.ts';

/** What the set-up page offers: large enough to look alive, small enough to be there in some ten seconds. */
const offered = { households: 300, seed: 7 };

/** The demo estate behind the set-up page: made by the owner of the database, in the background. */
export function demoCapability(databaseUrl: string): Capability {
  // Shown while this process makes it; another process shows no share.
  let share: number | undefined;

  const make = jobInSteps('demo.make', z.object({}), async (begin) => {
    if (await begin(isInhabited)) return;
    share = 0;
    try {
      await makeDemo(databaseUrl, offered, (done) => {
        share = done;
      });
      await begin(async (work) => {
        await demoRegisters(work as Work, offered.seed);
        await markAll(work as Parameters<typeof markAll>[0]);
      });
    } finally {
      share = undefined;
    }
  });

  return {
    name: 'demo',
    jobs: [make],
    contributes: [
      demoEstate.with({
        begin: (work) => work.later(make, {}, { once: 'demo' }),
        read: async (work) => {
          // Whoever reaches a part of the group does not see whether somebody real lives in another.
          if (!work.actor.isGroup) return { state: 'unavailable' };
          const state = await stateOf(work, make.name);
          return { state, ...(state === 'running' && share !== undefined && { share }) };
        },
      }),
    ],
  };
}

/** In one transaction past row-level security; registers and labels are the caller's next steps. */
export async function makeDemo(
  databaseUrl: string,
  { households, seed }: { households: number; seed: number },
  progress: (share: number) => void,
): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await makeEstate(client, { size: sizeFor(households), seed, today: dayOf(new Date()) }, progress);
  } catch (error) {
    throw codeOf(error) === '23505' ? new Refused(madeAlready({ seed })) : error;
  } finally {
    await client.end();
  }
}

/** Their forms are sealed with the keys of the house, which the owner of the database does not have. */
export function demoRegisters(work: Work, seed: number): Promise<void> {
  return inventRegisters(work, idsOf('interaction', seed));
}

async function stateOf({ db }: Work, job: string) {
  const { rows } = await sql<{ made: boolean; inhabited: boolean; state: string | null }>`
    select exists (select from staff where username ^@ 'demo' and username ~ '^demo\\d+_\\d+$') as made,
           exists (select from person) as inhabited,
           (select state::text from jobs.job where name = ${job} order by created_on desc limit 1) as state`.execute(
    db,
  );
  const found = rows[0];
  if (found?.made) return 'done' as const;
  if (found?.state && ['created', 'retry', 'active'].includes(found.state)) return 'running' as const;
  if (found?.inhabited) return 'unavailable' as const;
  return found?.state === 'failed' ? ('failed' as const) : ('possible' as const);
}

/** By an earlier run, or by real people who came while this one waited for its turn. */
async function isInhabited(work: Work): Promise<boolean> {
  return (await stateOf(work, '')) !== 'possible';
}

const madeAlready = refusalWith<{ seed: number }>('demo.made_already', {
  zh: ({ seed }) => `种子 ${seed} 的演示楼盘已经在这里了；请换一个种子，例如 --seed ${seed + 1}。`,
  en: ({ seed }) => `The demo estate of seed ${seed} is here already; take another, for example --seed ${seed + 1}.`,
});
