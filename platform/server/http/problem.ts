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

interface Given {
  readonly refusal: Refusal;
  readonly status: number;
  readonly language: Language;
  readonly requestId: string;
  readonly detail?: RefusedDetail;
}

export function problemOf({ refusal, status, language, requestId, detail }: Given): Problem {
  const fields =
    detail?.fields ?? (detail?.field ? [{ path: detail.field, message: refusal.message[language] }] : undefined);
  return {
    type: `/api/problems#${refusal.code}`,
    title: refusal.message[language],
    status,
    code: refusal.code,
    params: refusal.params,
    requestId,
    ...(fields && { fields }),
    ...(detail?.current !== undefined && { current: detail.current }),
  };
}

export function sendProblem(reply: FastifyReply, given: Given): FastifyReply {
  const { refusal, status } = given;
  if (status === 429 && typeof refusal.params.seconds === 'number') reply.header('retry-after', refusal.params.seconds);
  return reply
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(given)));
}
