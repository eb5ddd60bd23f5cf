/** RFC 6238: a step is thirty seconds. */
export const stepSeconds = 30;
/** A code of the step before or after is accepted: clocks differ and people type slowly. */
const stepsAside = 1;

/** The steps whose code is accepted now, the present one first. A step at or before the last accepted one is used up. */
export function acceptedSteps(now: Date, lastStep: number): number[] {
  const present = Math.floor(now.getTime() / 1_000 / stepSeconds);
  return [present, present - stepsAside, present + stepsAside].filter((step) => step > lastStep);
}
