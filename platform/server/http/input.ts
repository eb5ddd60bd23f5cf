import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Endpoint, Language } from '../../contract/index.ts';
import { faultWords } from './fault-words.ts';

/** What was wrong with a request, field by field. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** What stood there says whether something is missing or wrong; it does not leave the house. */
const withInput = { reportInput: true } as const;

/** Parse path, query and body by the endpoint and flatten them into what the use case hears. */
export function hear(
  endpoint: Endpoint,
  request: FastifyRequest,
  language: Language,
): { input: object } | { faults: Fault[] } {
  const parts = [
    endpoint.params.safeParse(request.params ?? {}, withInput),
    endpoint.query.safeParse(request.query ?? {}, withInput),
    ...(endpoint.kind === 'multipart' ? [] : [endpoint.body.safeParse(request.body ?? undefined, withInput)]),
  ];
  const faults = parts.flatMap(({ error }) => (error ? error.issues.map((issue) => faultOf(issue, language)) : []));
  if (faults.length > 0) return { faults };
  return { input: Object.assign({}, ...parts.map(({ data }) => data)) };
}

function faultOf(issue: z.core.$ZodIssue, language: Language): Fault {
  return { path: issue.path.join('.'), message: faultWords(issue)[language] };
}
