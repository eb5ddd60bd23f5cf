import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Base, type OurServer, startOurs } from '../harness/base.ts';
import type { Line } from '../harness/line.ts';

const mostMegabytes = 260;
const mostSeconds = 3;

/** From the start of the process over a filled database to its first answer, and the memory that it holds when nobody asks. */
export async function footprint(base: Base): Promise<Line[]> {
  const first = await answering(base, { isFirst: true });
  first.ours.stop();
  // The one that keeps what it compiled is not the one that is measured.
  (await startOurs(base)).stop();
  const { ours, seconds } = await answering(base, {});
  await pause(10_000);
  const status = readFileSync(`/proc/${ours.process.pid}/status`, 'utf8');
  const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
  ours.stop();
  return [
    {
      name: 'cold start to the first answer',
      figure: `${seconds.toFixed(1)} s; ${first.seconds.toFixed(1)} s right after an installation`,
      bar: `under ${mostSeconds} s`,
      passes: seconds < mostSeconds,
    },
    {
      name: 'idle memory of our process',
      figure: `${megabytes.toFixed(0)} MB`,
      bar: `under ${mostMegabytes} MB`,
      passes: megabytes < mostMegabytes,
    },
  ];
}

async function answering(base: Base, how: { isFirst?: boolean }): Promise<{ ours: OurServer; seconds: number }> {
  const started = performance.now();
  const ours = await startOurs(base, how);
  await fetch(`${ours.address}/api/health`);
  return { ours, seconds: (performance.now() - started) / 1_000 };
}
