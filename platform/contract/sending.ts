/**
 * Whole days in which a device sends by itself what was written on it; older, it asks. The server recognises what it already has for
 * longer than that, so that nothing goes in twice unasked.
 */
export const daysUnsentGoAlone = 14;
