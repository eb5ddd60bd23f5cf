import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chance, mobile, personName } from '@yilu/platform/testing';
import { freePort, type Started, start } from './started.ts';

/** Clients who register people as fast as they are answered, while server and database are killed under them. */
export interface Registered {
  /** Phones of people whose registration was acknowledged with 2xx. */
  readonly acknowledged: readonly string[];
  /** Phones of all that were ever sent. */
  readonly sent: readonly string[];
}

interface Killing {
  readonly dataFolder: string;
  readonly projectId: string;
  readonly apiKey: string;
  readonly rounds: number;
  readonly clients: number;
  readonly seed: number;
}

export async function registerWhileKilling(given: Killing): Promise<Registered & { server: Started }> {
  const { dataFolder, rounds, clients, seed } = given;
  const dice = chance(seed);
  const env = { DATA_DIR: dataFolder, PORT: String(await freePort()) };
  let server = await start(env);
  const acknowledged: string[] = [];
  const sent: string[] = [];
  let goesOn = true;
  let serial = seed * 1_000_000;

  const working = Array.from({ length: clients }, async () => {
    while (goesOn) {
      serial += 1;
      const phone = mobile(dice, serial);
      sent.push(phone);
      await registerUntilAnswered(server, given, { phone, name: personName(dice) });
      acknowledged.push(phone);
    }
  });

  for (let round = 0; round < rounds; round++) {
    await pause(dice.between(300, 1_500));
    if (dice.happens(0.5)) {
      await server.stop('SIGKILL');
      server = await start(env);
    } else {
      killPostgres(dataFolder);
    }
  }
  await pause(1_000);
  goesOn = false;
  await Promise.all(working);
  return { acknowledged, sent, server };
}

/** As a careful client does: the same Idempotency-Key until there is an answer, whatever breaks in between. */
async function registerUntilAnswered(
  server: Started,
  { projectId, apiKey }: Killing,
  { phone, name }: { phone: string; name: string },
): Promise<void> {
  for (;;) {
    try {
      const answer = await fetch(`${server.address}/api/people`, {
        method: 'POST',
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', 'idempotency-key': phone },
        body: JSON.stringify({ projectId, name, phones: [{ number: phone, kind: 'mobile' }], anyway: true }),
        signal: AbortSignal.timeout(20_000),
      });
      const words = await answer.text();
      if (answer.ok) return;
      if (answer.status !== 503) throw new Unexpected(`${answer.status} ${words}`);
    } catch (error) {
      // The line broke: whether it was done is unknown, so it is asked again.
      if (error instanceof Unexpected) throw error;
    }
    await pause(50);
  }
}

class Unexpected extends Error {}

function killPostgres(dataFolder: string): void {
  try {
    process.kill(Number(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  } catch {
    // Just killed and not yet back.
  }
}
