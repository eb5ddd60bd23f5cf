import { useAnswer, useText } from '@yilu/platform/web';
import { readDictionary } from '@yilu/settings/contract';
import type { FieldType } from '../contract/index.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** The choices of a field: fixed ones, or those of an edited list, without retired entries. */
export function useChoices(type: FieldType): readonly Option[] {
  const t = useText();
  const key = type.kind === 'dictionary' ? type.dictionary : '';
  const { data: list } = useAnswer(readDictionary, { key }, { when: key !== '', fresh: 300_000 });
  if (type.kind === 'dictionary') {
    return (list?.entries ?? [])
      .filter(({ retiredAt }) => !retiredAt)
      .map((entry) => ({ value: entry.id, label: t(entry) }));
  }
  if (type.kind === 'choice' || type.kind === 'choices' || type.kind === 'shares') {
    return type.choices.map(({ key: value, title }) => ({ value, label: t(title) }));
  }
  return [];
}
