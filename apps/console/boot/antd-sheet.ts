import { createRequire } from 'node:module';
import { theme as antd, ConfigProvider, type GlobalToken, type ThemeConfig } from 'antd';
import { type ComponentType, createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { antdFont, antdTheme } from '../../../platform/web/theme/antd-theme.ts';
import type { Brightness } from '../../../platform/web/theme/tokens.ts';
import { specimens } from './antd-specimens.ts';

/** The class that antd puts on its parts so that their variables find them. */
export const variablesClass = 'yl-antd';

/** antd's styles in our look, as antd would write them into the page part by part. */
export interface AntdSheet {
  readonly css: string;
  /** `Button-Button`, `Input-TextArea`: whose styles these are. */
  readonly parts: ReadonlySet<string>;
  /** Every token in its value, for what antd reckons with itself. */
  readonly tokens: Readonly<Record<Brightness, GlobalToken>>;
}

/** Asks antd for the styles of all specimens; the rules are the same by day and by night, only their variables differ. */
export function makeAntdSheet(): AntdSheet {
  const day = stylesIn(lightTheme);
  const night = stylesIn(darkTheme);
  if (day.rules !== night.rules) throw new Error('antd writes other rules by night: mend antd-sheet.ts');
  const inEnglish = day.root.map(([name, value]): Variable => [name, value.replace(antdFont.zh, () => antdFont.en)]);
  return {
    css: [
      rule(':root', day.root),
      rule("html[data-theme='dark']", changed(day.root, night.root)),
      rule('html:lang(en)', changed(day.root, inEnglish)),
      ...day.own.map(([selector, variables]) => rule(selector, variables)),
      ...night.own.map(([selector, variables]) => rule(`:where([data-theme='dark']) ${selector}`, variables)),
      day.rules,
    ].join('\n'),
    parts: day.parts,
    tokens: { light: antd.getDesignToken(lightTheme), dark: antd.getDesignToken(darkTheme) },
  };
}

const lightTheme = antdTheme('light', 'zh');
const darkTheme = antdTheme('dark', 'zh');

type Variable = readonly [name: string, value: string];
type Block = readonly [selector: string, variables: readonly Variable[]];

interface Styles {
  readonly rules: string;
  readonly parts: ReadonlySet<string>;
  /** Valid in the whole page, as far as the rules ask for them. */
  readonly root: readonly Variable[];
  /** What some parts have otherwise, for themselves. */
  readonly own: readonly Block[];
}

interface Cache {
  readonly cache: Map<string, unknown>;
}

// antd's own copy: its styles lie in the cache of that one.
const { createCache, extractStyle, StyleProvider } = createRequire(createRequire(import.meta.url).resolve('antd'))(
  '@ant-design/cssinjs',
) as {
  readonly createCache: () => Cache;
  readonly extractStyle: (from: Cache, how: { plain: true; types: string | string[] }) => string;
  readonly StyleProvider: ComponentType<{ readonly cache: Cache; readonly children?: ReactNode }>;
};

function stylesIn(theme: ThemeConfig): Styles {
  const cache = createCache();
  const themed = createElement(ConfigProvider, { theme: { ...theme, cssVar: { key: variablesClass } } }, ...specimens);
  renderToStaticMarkup(createElement(StyleProvider, { cache }, themed));
  // How bare links look is ours (base.css).
  for (const key of cache.cache.keys()) if (key.startsWith('style%%Shared%')) cache.cache.delete(key);
  const rules = withoutMap(extractStyle(cache, { plain: true, types: 'style' }));
  const parts = [...cache.cache.keys()].flatMap((key) => (key.startsWith('style%') ? [key.split('%')[2] ?? ''] : []));
  return {
    rules,
    parts: new Set(parts),
    ...hoisted(blocksOf(withoutMap(extractStyle(cache, { plain: true, types: ['token', 'cssVar'] }))), rules),
  };
}

/** Without the list of what is in it, which antd appends for a server's answer. */
function withoutMap(sheet: string): string {
  return sheet.replace(/\.data-ant-cssinjs-cache-path\{[^}]*\}$/, '');
}

function blocksOf(sheet: string): Block[] {
  return [...sheet.matchAll(/([^{}]+)\{([^}]*)\}/g)].map(([, selector = '', variables = '']) => [
    selector.trim(),
    [...variables.matchAll(/(--[\w-]+):((?:[^;"']|"[^"]*"|'[^']*')*);/g)].map(
      ([, name = '', value = '']): Variable => [name, value.replace(/\s+/g, ' ').trim()],
    ),
  ]);
}

/**
 * antd gives each of its elements all variables anew. Here they stand once at the root; what a part has otherwise than the
 * page stays with the part, and its neighbours within it get the page's value back.
 */
function hoisted(blocks: readonly Block[], rules: string): Pick<Styles, 'root' | 'own'> {
  const wholePage = `.${variablesClass}`;
  const values = new Map<string, Set<string>>();
  for (const [, variables] of blocks)
    for (const [name, value] of variables) values.set(name, (values.get(name) ?? new Set()).add(value));
  const asked = askedBy(rules, blocks);
  const isOne = ([name]: Variable) => values.get(name)?.size === 1 && !rules.includes(`${name}:`);
  const isAsked = ([name]: Variable) => asked.has(name);
  const root = new Map(
    blocks.flatMap(([selector, variables]) =>
      variables.filter((variable) => isAsked(variable) && (selector === wholePage || isOne(variable))),
    ),
  );
  const own = blocks
    .toSorted(([one], [other]) => Number(other === wholePage) - Number(one === wholePage))
    .map(
      ([selector, variables]): Block => [
        selector,
        variables.filter((variable) => isAsked(variable) && !isOne(variable)),
      ],
    );
  return { root: [...root], own: own.filter(([, variables]) => variables.length > 0) };
}

/** The variables that these rules name, and those that these lead to. */
function askedBy(rules: string, blocks: readonly Block[]): ReadonlySet<string> {
  const given = new Map(blocks.flatMap(([, variables]) => variables));
  const asked = new Set<string>();
  const ask = (text: string) => {
    for (const [, name = ''] of text.matchAll(/var\((--[\w-]+)/g)) {
      if (asked.has(name)) continue;
      asked.add(name);
      ask(given.get(name) ?? '');
    }
  };
  ask(rules);
  return asked;
}

function rule(selector: string, variables: readonly Variable[]): string {
  return `${selector}{${variables.map(([name, value]) => `${name}:${value}`).join(';')}}`;
}

function changed(from: readonly Variable[], to: readonly Variable[]): Variable[] {
  const before = new Map(from);
  return to.filter(([name, value]) => before.get(name) !== value);
}
