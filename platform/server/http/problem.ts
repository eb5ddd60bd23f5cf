import type { FastifyReply } from 'fastify';
import type { Language, Refusal, RefusedDetail } from '../../contract/index.ts';

/** RFC 9457: what happened, in the caller's language, with the request's number. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly params: Refusal['params'];
  readonly requestId: string;
  /** For 422: which fields, as paths, with what is wrong. */
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  /** For a stale write: the record as it is now. */
  readonly current?: unknown;
}

export function sendProblem(
  reply: FastifyReply,
  given: {
    refusal: Refusal;
    status: number;
    language: Language;
    requestId: string;
    detail?: RefusedDetail;
  },
): FastifyReply {
  const { refusal, status, language, requestId, detail } = given;
  const fields =
    detail?.fields ?? (detail?.field ? [{ path: detail.field, message: refusal.message[language] }] : undefined);
  const problem: Problem = {
    type: `/api/problems#${refusal.code}`,
    title: refusal.message[language],
    status,
    code: refusal.code,
    params: refusal.params,
    requestId,
    ...(fields && { fields }),
    ...(detail?.current !== undefined && { current: detail.current }),
  };
  if (status === 429 && typeof refusal.params.seconds === 'number') reply.header('retry-after', refusal.params.seconds);
  return reply.status(status).type('application/problem+json').send(JSON.stringify(problem));
}
