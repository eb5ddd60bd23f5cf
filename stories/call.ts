import type { Answer, Asked, Endpoint } from '@yilu/platform/contract';
import type { APIRequestContext } from 'playwright-core';
import { partsOf } from '../platform/web/ask/parts.ts';

/** Ask the server as whoever is signed in in this window; what a story takes for granted is made this way. */
export async function call<E extends Endpoint>(
  request: APIRequestContext,
  endpoint: E,
  input: Asked<E>,
): Promise<Answer<E>> {
  const { url, body } = partsOf(endpoint, input as Record<string, unknown>);
  const answer = await request.fetch(url, { method: endpoint.method, ...(body && { data: body }) });
  if (!answer.ok()) throw new Error(`${endpoint.method} ${url}: ${answer.status()} ${await answer.text()}`);
  return (answer.status() === 204 ? undefined : endpoint.answer.parse(await answer.json())) as Answer<E>;
}
