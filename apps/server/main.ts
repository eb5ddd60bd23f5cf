import { readConfig } from './config.ts';
import { explain } from './explain.ts';
import { launch } from './launch.ts';

// How long running requests may take to finish after SIGTERM; systemd and docker kill after 90 and 10 seconds.
const patienceMs = 25_000;

const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);
const launching = (async () => launch(readConfig(process.env, process.argv.slice(2)), say))();

// Ctrl+C and systemd tell everybody at once, and npm tells its script again: what comes together was said once.
const togetherMs = 1_000;
let askedAt: number | undefined;
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());

try {
  const { address, lan } = await launching;
  if (lan) say((await import('./lan/lan-words.ts')).wordsOfLan(lan));
  say(`ready ${address}`);
} catch (error) {
  process.stderr.write(explain(error));
  process.exit(1);
}

/** Finish what runs, stop PostgreSQL if nobody else uses it. A second Ctrl+C does not wait. */
async function stop(): Promise<void> {
  if (askedAt !== undefined) {
    if (performance.now() - askedAt > togetherMs) process.exit(1);
    return;
  }
  askedAt = performance.now();
  setTimeout(() => process.exit(1), patienceMs).unref();
  try {
    const server = await launching;
    await server.stop();
    process.exit(0);
  } catch {
    process.exit(1);
  }
}
