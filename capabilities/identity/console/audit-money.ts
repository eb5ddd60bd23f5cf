import type { Sentence } from '@yilu/platform/contract';

/** `amountFen` of an image as people write it, to the fen; undefined where the field holds no money. */
export function moneyWords(field: string, value: unknown, inYuan: (fen: number) => string): Sentence | undefined {
  if (!field.endsWith('Fen') || typeof value !== 'number') return undefined;
  return { zh: `${inYuan(value)} 元`, en: `CNY ${inYuan(value)}` };
}
