import { enterWith } from '@yilu/identity/server';
import { capabilities } from './capabilities.ts';

/** How requests, jobs and commands of this composition come in. */
export const enter = enterWith(capabilities);
