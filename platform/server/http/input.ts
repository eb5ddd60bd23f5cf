import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Endpoint, Language } from '../../contract/index.ts';

/** What was wrong with a request, field by field. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** Parse path, query and body by the endpoint and flatten them into what the use case hears. */
export function hear(
  endpoint: Endpoint,
  request: FastifyRequest,
  language: Language,
): { input: object } | { faults: Fault[] } {
  const parts = [
    endpoint.params.safeParse(request.params ?? {}),
    endpoint.query.safeParse(request.query ?? {}),
    ...(endpoint.kind === 'multipart' ? [] : [endpoint.body.safeParse(request.body ?? undefined)]),
  ];
  const faults = parts.flatMap(({ error }) => (error ? error.issues.map((issue) => faultOf(issue, language)) : []));
  if (faults.length > 0) return { faults };
  return { input: Object.assign({}, ...parts.map(({ data }) => data)) };
}

const locales = { zh: z.locales.zhCN(), en: z.locales.en() };

function faultOf(issue: z.core.$ZodIssue, language: Language): Fault {
  // A message that the contract wrote itself is kept; zod's own ones are said in the caller's language.
  const { message: _english, ...raw } = issue;
  const isOurs = issue.code === 'custom';
  const said = isOurs ? issue.message : locales[language].localeError(raw as z.core.$ZodRawIssue);
  return { path: issue.path.join('.'), message: typeof said === 'string' ? said : (said?.message ?? issue.message) };
}
