import type { Work } from '@yilu/platform/server';
import { dictionaries } from './dictionaries.ts';

interface Setting {
  readonly kind: string;
  readonly id: string;
}

/** What a setting is called, in the caller's language: settings that stand in no table have no other name to be found by. */
export function titleOfSetting(work: Work, { kind, id }: Setting): string | undefined {
  const title =
    kind === 'parameter'
      ? work.capabilities.flatMap(({ parameters = [] }) => parameters).find(({ key }) => key === id)?.title
      : kind === 'dictionary'
        ? work.contributions(dictionaries).find(({ key }) => key === id)?.title
        : kind === 'publicYear'
          ? { zh: `${id} 年`, en: id }
          : undefined;
  return title?.[work.language];
}
