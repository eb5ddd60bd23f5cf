import type { Words } from './task.ts';

/** Reasons that one tap gives without typing. */
export const notReached: Words = { zh: '未接通', en: 'No answer' };
