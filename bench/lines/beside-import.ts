import { setTimeout as pause } from 'node:timers/promises';
import type { ImportRun } from '@yilu/imports/contract';
import type { OurServer } from '../harness/base.ts';
import type { Line } from '../harness/line.ts';
import { load } from '../harness/measure.ts';
import { ownersList } from '../harness/owners-list.ts';

const mostP95Ms = 100;

/** What others wait for while the same server brings in a file: the preview and then the import, over HTTP as the page does it. */
export async function besideAnImport(ours: OurServer, key: string, rows: number): Promise<Line[]> {
  const headers = { authorization: `Bearer ${key}` };
  const imports = `${ours.address}/api/imports`;
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(ownersList(rows, 1_000_000))]), '业主清单.csv');
  const run = await answered(await fetch(imports, { method: 'POST', headers, body: form }));

  const worst = new Map<string, number>();
  const seconds = new Map<string, number>();
  for (const step of ['preview', 'import']) {
    if (step === 'import') await answered(await fetch(`${imports}/${run.id}/application`, { method: 'POST', headers }));
    const started = performance.now();
    for (let phase = 'at work'; !['previewed', 'applied', 'failed'].includes(phase); ) {
      for (const [name, path] of others) {
        const { p95Ms } = await load({
          ...{ base: ours.address, headers, connections: 1, forMs: 1_500 },
          requests: [{ method: 'GET', path }],
        });
        worst.set(name, Math.max(worst.get(name) ?? 0, p95Ms));
      }
      ({ phase } = await answered(await fetch(`${imports}/${run.id}`, { headers })));
      if (phase === 'failed') throw new Error('the import failed');
      await pause(50);
    }
    seconds.set(step, (performance.now() - started) / 1_000);
  }
  const took = [...seconds].map(([step, of]) => `${step} ${of.toFixed(0)} s`).join(', ');
  return [...worst].map(([name, p95Ms]) => ({
    name: `${name} while ${rows.toLocaleString('en-US')} rows come in`,
    figure: `worst p95 ${p95Ms.toFixed(1)} ms (${took})`,
    bar: `p95 under ${mostP95Ms} ms`,
    passes: p95Ms < mostP95Ms,
  }));
}

const others = [
  ['health', '/api/health'],
  ['customer list of 50', '/api/customer-book?limit=50&sort=-lastContactOn'],
] as const;

async function answered(response: Response): Promise<ImportRun> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as ImportRun;
}
