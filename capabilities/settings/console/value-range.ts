import type { Sentence } from '@yilu/platform/contract';
import type { ValueShape } from './value-field.tsx';

/** Which figures there may be, where a value holds one outside them; a share is written as per cent. */
export function rangeMissed(shape: ValueShape, value: unknown, isShare = false): Sentence | undefined {
  if (shape.type === 'object') {
    const parts = (value ?? {}) as Readonly<Record<string, unknown>>;
    const shapeOf = (name: string) => shape.properties?.[name] ?? shape.additionalProperties;
    return Object.keys(parts)
      .map((name) => {
        const part = shapeOf(name);
        return typeof part === 'object' ? rangeMissed(part, parts[name]) : undefined;
      })
      .find((missed) => missed !== undefined);
  }
  if ((shape.type !== 'integer' && shape.type !== 'number') || typeof value !== 'number') return undefined;
  const { minimum: least = -Infinity, maximum: most = Infinity } = shape;
  if (value >= least && value <= most) return undefined;
  const word = (figure: number) => (isShare ? `${Math.round(figure * 1e4) / 100}%` : String(figure));
  // What a computer can count to is nobody's limit.
  if (most >= 1e12) return { zh: `最小填 ${word(least)}。`, en: `At least ${word(least)}.` };
  if (least <= -1e9) return { zh: `最大填 ${word(most)}。`, en: `At most ${word(most)}.` };
  return { zh: `可以填 ${word(least)} 到 ${word(most)}。`, en: `From ${word(least)} to ${word(most)}.` };
}
