import { endpoint } from '@yilu/platform/contract';
import { z } from 'zod';
import { makeDemoEstate } from './permissions.ts';
import { Password, SignInStep, Username } from './session.ts';

const tag = 'identity';

export const readSetUp = endpoint({
  method: 'GET',
  path: '/set-up',
  answer: z.object({ isNeeded: z.boolean() }),
  permission: 'public',
  summary: 'Whether the first administrator is still to be made.',
  tag,
});

export const setUp = endpoint({
  method: 'POST',
  path: '/set-up',
  body: z.object({
    groupName: z.string().trim().min(2).max(60),
    name: z.string().trim().min(1).max(40),
    username: Username,
    password: Password,
  }),
  answer: SignInStep,
  permission: 'public',
  summary: 'Name the group and make its first administrator, who is signed in; works only while there is no account.',
  tag,
});

export const DemoEstate = z.object({
  /** `unavailable` where no demo can be made, or real records are already there. */
  state: z.enum(['unavailable', 'possible', 'running', 'done', 'failed']),
  /** Share done, 0–1, while running. */
  share: z.number().min(0).max(1).optional(),
});
export type DemoEstate = z.infer<typeof DemoEstate>;

export const readDemoEstate = endpoint({
  method: 'GET',
  path: '/demo-estate',
  answer: DemoEstate,
  permission: makeDemoEstate,
  summary: 'How far the demo estate is.',
  tag,
});

export const beginDemoEstate = endpoint({
  method: 'POST',
  path: '/demo-estate',
  answer: DemoEstate,
  permission: makeDemoEstate,
  summary: 'Make a demo estate of invented households in the background.',
  tag,
});
