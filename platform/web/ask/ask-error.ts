import { z } from 'zod';
import type { Sentence } from '../../contract/index.ts';
import { say } from '../text/language.ts';

/** What went wrong with a question to the server, in words that may be shown to people as they are. */
export class AskError extends Error {
  /** 0 when no answer came at all. */
  readonly status: number;
  /** `capability.reason` as the server said it, or `web.offline`, `web.no_answer`, `web.unreadable`. */
  readonly code: string;
  /** For 422: the path of the first field at fault, such as `phones.0.number`. */
  readonly field: string | undefined;
  /** For 422: what is wrong, by path; for `FormRow`'s `error`. */
  readonly fields: Readonly<Record<string, string>>;
  /** For a stale write: the record as it is now. */
  readonly current: unknown;
  readonly params: Readonly<Record<string, unknown>>;
  /** To be named when asking for help. */
  readonly requestId: string | undefined;

  constructor(given: {
    status: number;
    code: string;
    message: string;
    fields?: readonly { readonly path: string; readonly message: string }[] | undefined;
    current?: unknown;
    params?: Readonly<Record<string, unknown>> | undefined;
    requestId?: string | undefined;
  }) {
    super(given.message);
    this.name = 'AskError';
    this.status = given.status;
    this.code = given.code;
    this.field = given.fields?.[0]?.path;
    this.fields = Object.fromEntries((given.fields ?? []).map(({ path, message }) => [path, message]));
    this.current = given.current;
    this.params = given.params ?? {};
    this.requestId = given.requestId;
  }
}

const passing: readonly number[] = [0, 502, 503, 504];

/** Nobody answered, or nobody who could for now: the same question may do better in a moment. */
export function isPassing(error: unknown): boolean {
  return error instanceof AskError && passing.includes(error.status);
}

export const noConnection: Sentence = {
  zh: '现在没有网络，您写的内容都还在。接通后再试一次。',
  en: 'You are offline. What you wrote is still here; try again once you are connected.',
};
export const noAnswer: Sentence = {
  zh: '服务器没有回应，您写的内容都还在。请再试一次。',
  en: 'The server did not answer. What you wrote is still here; please try again.',
};
export const unreadableAnswer: Sentence = {
  zh: '服务器的回答读不懂，多半是刚升级过。请刷新页面。',
  en: 'The answer could not be read, most likely after an upgrade. Please reload the page.',
};
const unexplained: Sentence = {
  zh: '服务器出了错，没有改动任何内容。请再试一次，仍不行就告诉管理员。',
  en: 'The server failed and nothing was changed. Try again, and tell an administrator if it persists.',
};

const Problem = z.object({
  code: z.string().optional(),
  title: z.string().optional(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  current: z.unknown().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  requestId: z.string().optional(),
});

/** Reads `application/problem+json`; anything else becomes a plain sentence. */
export async function problemOf(response: Response): Promise<AskError> {
  const parsed = Problem.safeParse(await response.json().catch(() => ({})));
  const problem = parsed.success ? parsed.data : undefined;
  return new AskError({
    status: response.status,
    code: problem?.code ?? `web.status_${response.status}`,
    message: problem?.title ?? say(unexplained),
    fields: problem?.fields,
    current: problem?.current,
    params: problem?.params,
    requestId: problem?.requestId ?? response.headers.get('x-request-id') ?? undefined,
  });
}
