import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IndexHtmlTransformContext, type Plugin, transformWithOxc } from 'vite';
import tokens from '../../../platform/web/theme/tokens.json' with { type: 'json' };
import { type FirstNeed, firstNeeds, neededAlways } from './first-needs.ts';

type Bundle = NonNullable<IndexHtmlTransformContext['bundle']>;

const root = join(import.meta.dirname, '../../..');

/** Puts the boot script into the page, and the colours of the frame that is there before the code. */
export function firstNeedsFirst(): Plugin {
  return {
    name: 'yilu:first-needs',
    transformIndexHtml: {
      order: 'post',
      handler: async (html, { bundle }) => {
        const source = readFileSync(join(import.meta.dirname, 'boot.ts'), 'utf8');
        const pages = firstNeeds.map((need) => ({
          ...need,
          code: undefined,
          files: bundle ? filesOf(need, bundle) : [],
        }));
        const { page, ...given } = bundle ? withoutCode(html) : { page: html, code: [], styles: [] };
        const script = (await transformWithOxc(source, 'boot.ts')).code
          .replace('__FIRST_NEEDS__', () => JSON.stringify({ ...given, always: neededAlways, pages }))
          .replace(/^\s*(\/\/.*)?\n?/gm, '');
        return page
          .replace('/* colours */', () => `${coloursOf('light')}[data-theme=dark]{${coloursOf('dark')}}`)
          .replace('<!-- boot -->', () => `<script>${script}</script>`);
      },
    },
  };
}

interface Bare {
  readonly page: string;
  readonly code: readonly string[];
  readonly styles: readonly string[];
}

/** The boot script starts the code and puts the styles in place; here both are only fetched. */
function withoutCode(html: string): Bare {
  const page = html
    .replace(/<link rel="stylesheet"/g, '<link rel="preload" as="style"')
    .replace(/<script type="module" crossorigin src="([^"]+)"><\/script>/g, (_, file) => fetched(file));
  const [entry = '', ...leanedOn] = filesIn(page, fetched('([^"]+)'));
  return {
    page,
    code: [...leanedOn, entry],
    styles: filesIn(page, '<link rel="preload" as="style" crossorigin href="([^"]+)">'),
  };
}

function fetched(file: string): string {
  return `<link rel="modulepreload" crossorigin href="${file}">`;
}

function filesIn(page: string, pattern: string): string[] {
  return [...page.matchAll(new RegExp(pattern, 'g'))].map(([, file = '']) => file);
}

function coloursOf(brightness: 'light' | 'dark'): string {
  const { antd, own } = tokens[brightness];
  return [
    `--boot-side:${antd.colorBgLayout}`,
    `--boot-page:${antd.colorBgContainer}`,
    `--boot-line:${antd.colorBorderSecondary}`,
    `--boot-text:${antd.colorText}`,
    `--boot-mark:${antd.colorPrimary}`,
    `--boot-on-mark:${own.onPrimary}`,
  ]
    .join(';')
    .concat(';');
}

/** The chunks of these modules with everything they import at once that the entry does not, and their styles. */
function filesOf({ code }: FirstNeed, bundle: Bundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const within = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const reached = (from: string | undefined, found = new Set<string>()): Set<string> => {
    if (from === undefined) throw new Error(`${code} is not fetched by itself any more: mend first-needs.ts`);
    if (found.has(from)) return found;
    found.add(from);
    for (const each of within.get(from)?.imports ?? []) reached(each, found);
    return found;
  };
  const known = reached(chunks.find(({ isEntry }) => isEntry)?.fileName);
  const wanted = code.flatMap((module) => [
    ...reached(chunks.find(({ facadeModuleId }) => facadeModuleId === join(root, module))?.fileName),
  ]);
  const own = [...new Set(wanted)].filter((file) => !known.has(file));
  const styles = own.flatMap((file) => [...(within.get(file)?.viteMetadata?.importedCss ?? [])]);
  return [...own, ...new Set(styles)].map((file) => `/${file}`);
}
