import { join } from 'node:path';
import { type ESTree, type Plugin, Visitor } from 'vite';
import { type AntdSheet, makeAntdSheet } from './antd-sheet.ts';

/**
 * antd writes the styles of its parts in the browser whenever a part is first drawn, which took a third of the time in which
 * a page appeared. The build asks it for them once and serves them as one sheet; the code that writes them is left out.
 */
export function antdStylesAtBuild(): Plugin {
  let made: AntdSheet | undefined;
  const sheet = () => {
    made ??= makeAntdSheet();
    return made;
  };
  const partsOf = new Map<string, readonly string[]>();
  return {
    name: 'yilu:antd-styles',
    apply: 'build',
    load: {
      filter: {
        id: [
          /\/console\/boot\/antd\.css$/,
          /\/antd\/es\/theme\/.*\.js$/,
          /\/platform\/web\/theme\/antd-tokens\.ts$/,
          /\/@rc-component\/util\/es\/Dom\/dynamicCSS\.js$/,
        ],
      },
      handler(id) {
        if (id.endsWith('/antd.css')) return sheet().css;
        if (id.endsWith('/antd-tokens.ts')) return `export const antdTokens = ${JSON.stringify(reckonedWith(sheet()))}`;
        if (id.endsWith('/dynamicCSS.js'))
          return `export * from ${quoted(adoptedStyles)}; export const injectCSS = undefined`;
        return replacements[withinAntd(id)];
      },
    },
    transform: {
      filter: { id: /\/antd\/es\/(.*\/)?style(\/.*)?\.js$/ },
      handler(code, id) {
        const calls = styleCalls(this.parse(code));
        partsOf.set(id, calls.map(partOf));
        return calls.toReversed().reduce(withoutStyles, code);
      },
    },
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const kept = chunks.flatMap(({ modules }) =>
        Object.entries(modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])),
      );
      const lacking = kept.flatMap((id) => partsOf.get(id) ?? []).filter((part) => !sheet().parts.has(part));
      const unstyled = lacking.filter((part) => !neverDrawn.has(part));
      if (unstyled.length > 0) this.error(`antd-specimens.ts lacks what has these styles: ${unstyled.join(', ')}`);
      const writing = kept.filter((id) => /\/cssinjs\/es\/hooks\/|\/stylis\//.test(id));
      if (writing.length > 0) this.error(`antd would write styles in the browser still: ${writing.join(', ')}`);
      const reckoning = kept
        .filter((id) => /\/antd\/es\/(?!theme\/)/.test(id) && this.getModuleInfo(id)?.code?.includes('useToken()'))
        .map(withinAntd);
      const unknown = reckoning.filter((file) => !reckoners.has(file));
      if (unknown.length > 0)
        this.error(`See in antd-plugin.ts whether these have the tokens they read: ${unknown.join(', ')}`);
    },
  };
}

const without = join(import.meta.dirname, 'antd-without-styles.ts');
const adoptedStyles = join(import.meta.dirname, 'adopted-styles.ts');
const quoted = JSON.stringify;

const replacements: Readonly<Record<string, string>> = {
  'theme/useToken.js': `export { useToken as default } from ${quoted(without)}`,
  'theme/util/genStyleUtils.js': `export * from ${quoted(without)}`,
  'theme/util/useResetIconStyle.js': `export { useNoStyle as default } from ${quoted(without)}`,
  // What would derive all tokens from a few colours.
  'theme/themes/default/theme.js': 'export default undefined',
};

/** What antd's parts read of the look at run time, and who reads it. */
const reckonedTokens = [
  'borderRadius',
  'colorBgContainer',
  'colorFill',
  'colorFillQuaternary',
  'colorFillTertiary',
  'colorText',
  'controlHeight',
  'controlHeightSM',
  'marginXXS',
  'paddingXXS',
  'sizePopupArrow',
  'zIndexPopupBase',
] as const;
const reckoners: ReadonlySet<string> = new Set([
  '_util/hooks/useZIndex.js',
  '_util/wave/useWave.js',
  'button/ButtonGroup.js',
  // Reads `motion`, which the theme adds.
  'config-provider/MotionWrapper.js',
  'dropdown/dropdown.js',
  'empty/empty.js',
  'empty/simple.js',
  'modal/ConfirmDialog.js',
  'qr-code/index.js',
  'select/index.js',
  'tooltip/index.js',
  'tree-select/index.js',
  'tree/Tree.js',
]);

/** In the code because their neighbours are, but not in any page; a menu has its styles from what drops it down. */
const neverDrawn: ReadonlySet<string> = new Set([
  'Badge-Ribbon',
  'Input-OTP',
  'Menu-Menu',
  'Modal-confirm',
  'Skeleton-Skeleton',
  'Addon-Addon',
  'Space-Space',
  'Tag-preset',
  'Tag-status',
  'Tree-Tree',
]);

function reckonedWith({ tokens }: AntdSheet) {
  const { light, dark } = tokens;
  const of = (all: typeof light) => Object.fromEntries(reckonedTokens.map((name) => [name, all[name]]));
  return { light: of(light), dark: of(dark) };
}

function withinAntd(id: string): string {
  return id.slice(id.lastIndexOf('/antd/es/') + '/antd/es/'.length);
}

function styleCalls(program: ESTree.Program): ESTree.CallExpression[] {
  const found: ESTree.CallExpression[] = [];
  new Visitor({
    CallExpression(call) {
      if (call.callee.type === 'Identifier' && makers.has(call.callee.name)) found.push(call);
    },
  }).visit(program);
  return found.toSorted((one, other) => one.start - other.start);
}

const makers: ReadonlySet<string> = new Set(['genStyleHooks', 'genSubStyleComponent', 'genComponentStyleHook']);

/** `genStyleHooks('Button', …)` is about `Button-Button`, `genStyleHooks(['Input', 'TextArea'], …)` about `Input-TextArea`. */
function partOf({ arguments: [name] }: ESTree.CallExpression): string {
  if (name?.type === 'ArrayExpression')
    return name.elements.map((each) => (each?.type === 'Literal' ? String(each.value) : '')).join('-');
  return name?.type === 'Literal' ? `${name.value}-${name.value}` : '';
}

/** The call keeps its name; what would make the styles is no longer named by anybody and falls away. */
function withoutStyles(code: string, { arguments: [name], end }: ESTree.CallExpression): string {
  return name ? `${code.slice(0, name.end)})${code.slice(end)}` : code;
}
