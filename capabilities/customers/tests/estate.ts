import { identity } from '@yilu/identity/server';
import { newId } from '@yilu/platform/server';
import { type House, openHouse } from '@yilu/platform/testing';
import { settings } from '@yilu/settings/server';
import { customers } from '../server/index.ts';

/** A house with two projects and a few rooms. */
export interface Estate {
  readonly house: House;
  readonly here: string;
  readonly neighbour: string;
  /** Rooms of `here`. */
  readonly rooms: readonly [string, string, string];
  readonly roomNextDoor: string;
}

export async function openEstate(
  extra: readonly Parameters<typeof openHouse>[0]['capabilities'][number][] = [],
): Promise<Estate> {
  const house = await openHouse({
    capabilities: [settings, identity, customers, ...extra],
    at: '2026-11-20T02:00:00Z',
  });
  const here = await house.project('澜山府一期');
  const neighbour = await house.project('望江台');
  const rooms = [
    await addRoom(house, here, '1801'),
    await addRoom(house, here, '1802'),
    await addRoom(house, here, '1803'),
  ] as const;
  return { house, here, neighbour, rooms, roomNextDoor: await addRoom(house, neighbour, '0101') };
}

export async function addRoom({ sql }: House, projectId: string, number: string): Promise<string> {
  const id = newId();
  await sql(
    `insert into room (id, project_id, kind, number, code, display_code, display_name, sort_key, created_at)
     values ($1, $2, 'RESIDENCE', $3, $3, '3-2-' || $3, '3栋2单元' || $3, $3, now())`,
    [id, projectId, number],
  );
  return id;
}
