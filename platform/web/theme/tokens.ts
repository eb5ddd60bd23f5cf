import given from './tokens.json' with { type: 'json' };

export type Brightness = 'light' | 'dark';

/** The values of the look, as designed; `antd` parts go into the library, all become CSS variables. */
export const tokens = given;

/** Every colour as `--yl-…`: `--yl-color-text`, `--yl-chip-grade-a-bg`, `--yl-road-done`, `--yl-sequence-3`. */
function cssVariables(brightness: Brightness): string {
  const values = { ...tokens.scale.antd, ...tokens[brightness].antd, ...tokens[brightness].own };
  return flatten('--yl', values)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}

/** The style sheet of both themes; the root's `data-theme` chooses. Paper is light. */
export function themeSheet(): string {
  return `:root{${cssVariables('light')}}@media screen{:root[data-theme='dark']{${cssVariables('dark')}}}`;
}

function flatten(prefix: string, values: object): [string, string][] {
  return Object.entries(values).flatMap(([name, value]): [string, string][] => {
    const key = `${prefix}-${kebab(name)}`;
    if (typeof value === 'object' && value !== null) return flatten(key, value);
    return [[key, cssValue(name, value)]];
  });
}

const lengths = /^(fontSize|borderRadius|controlHeight|padding|sizeUnit|lineWidth|controlOutlineWidth)/;

function cssValue(name: string, value: unknown): string {
  if (typeof value === 'number' && lengths.test(name)) return `${value}px`;
  // The design names a token inside of a value once; a variable does the same.
  return String(value).replace('colorText 7%', 'var(--yl-color-text) 7%');
}

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}
