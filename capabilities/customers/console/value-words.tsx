import { useText } from '@yilu/platform/web';
import type { AnswerValue, CareDate, DossierField, FamilyMember } from '../contract/index.ts';
import { calendars, careDateKinds, familyRelations } from './text.ts';
import { useChoices } from './use-choices.ts';

/** An answer as people read it. */
export function ValueWords({ field, value }: { readonly field: DossierField; readonly value: AnswerValue }) {
  return <>{useValueWords(field)(value)}</>;
}

export function useValueWords(field: DossierField): (value: AnswerValue) => string {
  const t = useText();
  const choices = useChoices(field.type);
  const word = (key: string) => choices.find(({ value }) => value === key)?.label ?? key;
  return (value) => {
    if (typeof value === 'number') {
      const unit = field.type.kind === 'number' && field.type.unit ? t(field.type.unit) : '';
      return `${value}${unit && ` ${unit}`}`;
    }
    if (typeof value === 'string') return word(value);
    return value.map((one) => partWords(one)).join('、');
  };

  function partWords(one: AnswerPart): string {
    if (typeof one === 'string') return word(one);
    if ('percent' in one) return `${word(one.key)} ${one.percent}%`;
    if ('calendar' in one) return careWordsOf(one);
    return memberWords(one);
  }
  function careWordsOf({ kind, whose, calendar, month, dayOfMonth }: CareDate): string {
    const when = calendar === 'lunar' ? `${t(calendars.lunar)} ${month}/${dayOfMonth}` : `${month}/${dayOfMonth}`;
    return [t(careDateKinds[kind]), whose, when].filter(Boolean).join(' ');
  }
  function memberWords({ relation, name, birthMonth }: FamilyMember): string {
    return [t(familyRelations[relation]), name, birthMonth].filter(Boolean).join(' ');
  }
}

type AnswerPart = string | CareDate | FamilyMember | { readonly key: string; readonly percent: number };
