import type { FastifyInstance } from 'fastify';
import type { Endpoint } from '../../contract/index.ts';
import { openApiOf } from './openapi.ts';
import { hashOf } from './protection.ts';

/** `/api/openapi.json`, and `/api/docs` for people. */
export function mountApiDocument(app: FastifyInstance, endpoints: readonly Endpoint[], version: string): void {
  // Made at the first request: most processes are never asked.
  let document: string | undefined;
  app.get('/api/openapi.json', (_, reply) => {
    document ??= JSON.stringify(openApiOf(endpoints, version));
    return reply.type('application/json; charset=utf-8').send(document);
  });
  app.get('/api/docs', (_, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', `default-src 'none';style-src '${hashOf(style)}'`)
      .send(pageOf(endpoints, version)),
  );
}

const style = `body{font:15px/1.6 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#15191c;background:#fff}h2{margin-top:2.5rem}
table{border-collapse:collapse;width:100%}td{border-top:1px solid #e8ebec;padding:.4rem .6rem .4rem 0;vertical-align:top}code{font-size:.9em;overflow-wrap:anywhere}td:first-child code{overflow-wrap:normal}
a{color:#0b6b80}.by{color:#616a71}@media(max-width:760px){tr,td{display:block}td{border:0;padding:0}tr{border-top:1px solid #8888;padding:.5rem 0}}@media(prefers-color-scheme:dark){body{background:#171a1d;color:#e9ecee}td{border-color:#262b2f}.by{color:#8d979f}a{color:#56b8ca}}`;

/** A plain page without scripts: what there is, who may, and where the exact shapes stand. */
function pageOf(endpoints: readonly Endpoint[], version: string): string {
  const tags = [...new Set(endpoints.map(({ tag }) => tag))];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>一路 Yilu API</title>
<style>${style}</style></head><body>
<h1>一路 Yilu API ${asText(version)}</h1>
<p>Exact shapes: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1). Sign in with a session cookie or <code>Authorization: Bearer …</code>.
Errors are <code>application/problem+json</code>. Lists page by <code>cursor</code> and <code>limit</code>; writes accept <code>Idempotency-Key</code>; records carry a <code>version</code>.</p>
<nav>${tags.map((tag) => `<a href="#${asText(tag)}">${asText(tag)}</a>`).join(' · ')}</nav>
${tags
  .map((tag) =>
    sectionOf(
      tag,
      endpoints.filter((endpoint) => endpoint.tag === tag),
    ),
  )
  .join('\n')}</body></html>`;
}

function sectionOf(tag: string, endpoints: readonly Endpoint[]): string {
  const rows = endpoints.map(({ method, path, summary, permission }) => {
    const who = typeof permission === 'string' ? permission : permission.id;
    return `<tr><td><code>${method}</code></td><td><code>/api${asText(path)}</code><br>${asText(summary)}</td><td class="by">${asText(who)}</td></tr>`;
  });
  return `<h2 id="${asText(tag)}">${asText(tag)}</h2><table>${rows.join('')}</table>`;
}

function asText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
