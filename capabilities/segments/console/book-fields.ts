import { useColleagueNames } from '@yilu/identity/console/colleague-names';
import type { Sentence } from '@yilu/platform/contract';
import { type FilterField as Field, type FilterGroup, isGroup, later, useAnswer, useViewer } from '@yilu/platform/web';
import { readDictionary } from '@yilu/settings/contract';
import { useMemo } from 'react';
import {
  activityTexts,
  bookColumns,
  type ColumnKey,
  columnKeys,
  lifecycleTexts,
  signalFields,
  signalsOf,
  signalTexts,
  standingTexts,
  tellingFields,
  valueTexts,
} from '../contract/index.ts';
import { texts } from './text.ts';

type Options = NonNullable<Field['options']>;

const own = (text: string): Sentence => ({ zh: text, en: text });
const optionsOf = (words: Readonly<Record<string, Sentence>>): Options =>
  Object.entries(words).map(([value, title]) => ({ value, title }));

/** Columns that are shown but need no filter of their own. */
const unasked: readonly ColumnKey[] = ['phone'];

/** Those that ask for colleagues: more than a list could hold. */
const askingForStaff: readonly string[] = ['responsible', ...tellingFields];
const ResponsibleChoice = later(async () => (await import('./responsible-choice.tsx')).ResponsibleChoice);

/** Everything the book can be asked for, with the company's own choices once they are needed, and the colleagues whom the filter names. */
export function useBookFields(needed: boolean, filter: FilterGroup): readonly Field[] {
  const { projects } = useViewer();
  const tags = useEntries('settings.tags', needed);
  const circles = useEntries('settings.circles', needed);
  const sources = useEntries('settings.sources', needed);
  const staffIds = useMemo(() => staffIn(filter), [filter]);
  const nameOf = useColleagueNames(staffIds);
  return useMemo(() => {
    const choices: Partial<Record<ColumnKey, Options>> = {
      standing: optionsOf(standingTexts),
      lifecycle: optionsOf(lifecycleTexts),
      value: optionsOf(valueTexts),
      activity: optionsOf(activityTexts),
      intentGrade: ['A', 'B', 'C', 'D']
        .map((grade) => ({ value: grade, title: own(grade) }))
        .concat([{ value: 'pending', title: texts.pending }]),
      project: projects.map(({ id, name }) => ({ value: id, title: own(name) })),
      responsible: [{ value: 'me', title: texts.me }, ...staffIds.map((id) => ({ value: id, title: own(nameOf(id)) }))],
      tags,
      circles,
      source: sources,
    };
    const fields = columnKeys
      .filter((key) => !unasked.includes(key))
      .map((key): Field => ({ key, title: bookColumns[key].title, ...kindOf(key, choices[key]), ...chooserOf(key) }));
    const signals = signalFields.map(
      (key): Field => ({ key, title: signalTexts[key], kind: 'choices', options: optionsOf(signalsOf[key]) }),
    );
    const telling = tellingFields.map(
      (key): Field => ({
        key,
        title: texts[key],
        kind: 'choice',
        options: choices.responsible ?? [],
        ...chooserOf(key),
      }),
    );
    return [...fields, { key: 'belowLine', title: texts.belowLine, kind: 'yesNo' }, ...signals, ...telling];
  }, [projects, tags, circles, sources, staffIds, nameOf]);
}

function chooserOf(key: string): Pick<Field, 'chooser'> {
  return askingForStaff.includes(key) ? { chooser: ResponsibleChoice } : {};
}

/** Colleagues whom the conditions of a filter name, however nested. */
function staffIn({ of }: FilterGroup): readonly string[] {
  return of.flatMap((node) => {
    if (isGroup(node)) return staffIn(node);
    return askingForStaff.includes(node.field) && Array.isArray(node.value)
      ? node.value.filter((id) => id !== 'me')
      : [];
  });
}

function kindOf(key: ColumnKey, options: Options | undefined): Pick<Field, 'kind' | 'options' | 'unit'> {
  const { kind } = bookColumns[key].type;
  if (options) return { kind: kind === 'keys' ? 'choices' : 'choice', options };
  if (kind === 'day' || kind === 'yearly') return { kind };
  if (kind === 'number' || kind === 'money' || kind === 'percent')
    return {
      kind: 'number',
      ...(kind === 'percent' && { unit: own('%') }),
      ...(kind === 'money' && { unit: texts.yuan }),
    };
  return { kind: 'text' };
}

/** The entries of a list of choices, for names and filters. */
export function useEntries(key: string, needed: boolean): Options {
  const { data } = useAnswer(readDictionary, { key }, { fresh: 300_000, when: needed });
  return useMemo(() => (data?.entries ?? []).map(({ id, zh, en }) => ({ value: id, title: { zh, en } })), [data]);
}
