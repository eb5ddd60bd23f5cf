import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import fastify from 'fastify';

type Headers = Readonly<Record<string, string>>;

/** The headers of helmet are the same with every answer; asked of it each time, they would be a seventh of a short request. */
export async function protectionOf(consoleFolder: string | undefined): Promise<Headers> {
  const app = fastify({ logger: false });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        ...policy,
        scriptSrc: ["'self'", ...inlineOf(consoleFolder, /<script>([\s\S]*?)<\/script>/g)],
        styleSrc: ["'self'", ...inlineOf(consoleFolder, /<style>([\s\S]*?)<\/style>/g)],
      },
    },
    hsts: false,
    crossOriginEmbedderPolicy: false,
  });
  app.get('/', (_, reply) => reply.send(reply.raw.getHeaders()));
  const headers = (await app.inject('/')).json<Record<string, string>>();
  await app.close();
  return headers;
}

/**
 * What protects the page as it lies on the disk now. Built anew under a running server it starts with other lines, which the
 * hash of its forerunner would forbid.
 */
export function protectionOfPage(consoleFolder: string): () => Promise<Headers> {
  let builtAt: number | undefined;
  let headers: Promise<Headers> | undefined;
  return () => {
    const changedAt = statSync(join(consoleFolder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs;
    if (changedAt !== builtAt || !headers) headers = protectionOf(consoleFolder);
    builtAt = changedAt;
    return headers;
  };
}

const policy = {
  defaultSrc: ["'self'"],
  // A text field that grows measures itself by a style attribute (@rc-component/textarea); style elements have no such way in.
  styleSrcAttr: ["'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  workerSrc: ["'self'", 'blob:'],
  upgradeInsecureRequests: null,
};

/** The page starts with a few lines and styles of its own (apps/console/boot); these and no others are valid, told by their hash. */
function inlineOf(folder: string | undefined, element: RegExp): string[] {
  const file = folder && join(folder, 'index.html');
  if (!file || !existsSync(file)) return [];
  const found = readFileSync(file, 'utf8').matchAll(element);
  return [...found].map(([, text = '']) => `'${hashOf(text)}'`);
}

/** How a policy names the one text that it lets stand in a page. */
export function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
