import { z } from 'zod';

/** The ways a customer and we meet (DOS-32). In = the customer came to us, out = we went to the customer. */
export const interactionKinds = [
  'CALL_IN',
  'VISIT_IN',
  'CALL_OUT',
  'VISIT_OUT',
  'SMS',
  'WECHAT',
  'INVITATION',
  'ACTIVITY',
  'CIRCLE',
  'ENQUIRY',
] as const;
export const InteractionKind = z.enum(interactionKinds);
export type InteractionKind = z.output<typeof InteractionKind>;

/** The two that have a register with a same-day deadline (DOS-01, DOS-02). */
export const RegisterKind = z.enum(['CALL_IN', 'VISIT_IN']);
export type RegisterKind = z.output<typeof RegisterKind>;

/** The developer's and the property company's records of one person are kept apart (ORG-08). */
export const Side = z.enum(['developer', 'property']);
export type Side = z.output<typeof Side>;
