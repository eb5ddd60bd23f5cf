import type { Sentence } from '../../contract/index.ts';
import { type FilterCondition, type FilterField, operators, relativeDays } from './filter-model.ts';

/** A condition in words, for its chip: 活跃度 · 降温、沉默; 最近互动 · 近 30 天. */
export function conditionWords(
  condition: FilterCondition,
  fields: readonly FilterField[],
  t: (sentence: Sentence) => string,
): { readonly field: string; readonly comparison: string } {
  const field = fields.find(({ key }) => key === condition.field);
  if (!field) return { field: condition.field, comparison: '' };
  const operator = operators[field.kind].find(({ key }) => key === condition.is);
  const value = valueWords(condition, field, t);
  // "是 降温" reads longer than "降温": the plainest comparison goes without its word.
  const plain = condition.is === 'in' || condition.is === 'within';
  const words = [plain ? '' : operator ? t(operator.title) : '', value].filter(Boolean);
  return { field: t(field.title), comparison: words.join(' ') };
}

function valueWords({ value }: FilterCondition, field: FilterField, t: (sentence: Sentence) => string): string {
  if (value === undefined) return '';
  const titled = (each: string): string => {
    const known =
      field.options?.find((option) => option.value === each) ?? relativeDays.find((one) => one.value === each);
    return known ? t(known.title) : each;
  };
  if (Array.isArray(value)) return value.map(titled).join(t({ zh: '、', en: ', ' }));
  const unit = field.unit ? ` ${t(field.unit)}` : '';
  return `${typeof value === 'string' ? titled(value) : value}${unit}`;
}
