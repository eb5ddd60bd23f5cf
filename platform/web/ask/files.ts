import type { Answer, Asked, Endpoint } from '../../contract/index.ts';
import { currentLanguage, say } from '../text/language.ts';
import { newKey, send } from './ask.ts';
import { AskError, noAnswer, problemOf } from './ask-error.ts';
import { partsOf } from './parts.ts';

/** The address of a GET endpoint, for links and images. */
export function addressOf<E extends Endpoint>(endpoint: E, input: Asked<E>): string {
  return partsOf(endpoint, input as Record<string, unknown>).url;
}

/** Fetch a file and hand it to the browser under the name the server gave it. */
export async function download<E extends Endpoint>(endpoint: E, input: Asked<E>): Promise<void> {
  const response = await send(endpoint, input, {});
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = fileNameIn(response.headers.get('content-disposition') ?? '') ?? 'yilu';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** `filename*=UTF-8''…` before `filename="…"`. */
export function fileNameIn(disposition: string): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1];
}

/** Send files to a `multipart` endpoint; `onSent` hears the share 0–1 that has left. */
export function upload<E extends Endpoint>(
  endpoint: E,
  input: Asked<E>,
  files: readonly File[],
  onSent: (share: number) => void = () => {},
): Promise<Answer<E>> {
  const { url, body } = partsOf(endpoint, input as Record<string, unknown>);
  const form = new FormData();
  for (const [name, value] of Object.entries(body ?? {})) form.append(name, String(value));
  for (const file of files) form.append('file', file, file.name);

  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(endpoint.method, url);
    request.setRequestHeader('accept-language', currentLanguage());
    request.setRequestHeader('idempotency-key', newKey());
    request.upload.onprogress = (event) => onSent(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () => reject(new AskError({ status: 0, code: 'web.no_answer', message: say(noAnswer) }));
    request.onload = () => {
      const response = new Response(request.status === 204 ? null : request.responseText, {
        status: request.status,
        headers: { 'x-request-id': request.getResponseHeader('x-request-id') ?? '' },
      });
      settle(endpoint, response).then(resolve, reject);
    };
    request.send(form);
  });
}

async function settle<E extends Endpoint>(endpoint: E, response: Response): Promise<Answer<E>> {
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as Answer<E>;
  return endpoint.answer.parse(await response.json()) as Answer<E>;
}
