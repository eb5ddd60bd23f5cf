import { insist } from '@yilu/platform/contract';
import type { Work } from '@yilu/platform/server';
import { type DemoEstate, noDemoPossible } from '../contract/index.ts';
import { demoEstate } from './slots.ts';

export async function readDemoEstate(work: Work): Promise<DemoEstate> {
  const [maker] = work.contributions(demoEstate);
  return maker ? maker.read(work) : { state: 'unavailable' };
}

export async function beginDemoEstate(work: Work): Promise<DemoEstate> {
  const [maker] = work.contributions(demoEstate);
  const { state } = await readDemoEstate(work);
  insist(maker && (state === 'possible' || state === 'failed') ? undefined : noDemoPossible);
  await maker?.begin(work);
  return readDemoEstate(work);
}
