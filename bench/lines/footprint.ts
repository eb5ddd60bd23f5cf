import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Base, startOurs } from '../harness/base.ts';
import type { Line } from '../harness/line.ts';

const mostMegabytes = 260;
const mostSeconds = 3;

/** From the start of the process over a filled database to its first answer, and the memory that it holds when nobody asks. */
export async function footprint(base: Base): Promise<Line[]> {
  const started = performance.now();
  const ours = await startOurs(base);
  await fetch(`${ours.address}/api/health`);
  const seconds = (performance.now() - started) / 1_000;
  await pause(10_000);
  const status = readFileSync(`/proc/${ours.process.pid}/status`, 'utf8');
  const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
  ours.stop();
  return [
    {
      name: 'cold start to the first answer',
      figure: `${seconds.toFixed(1)} s`,
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
