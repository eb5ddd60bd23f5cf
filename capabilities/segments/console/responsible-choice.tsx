import { ColleaguesSelect } from '@yilu/identity/console/colleague-select';
import { type ChooserProps, useText } from '@yilu/platform/web';
import { texts } from './text.ts';

/** Oneself, whoever it is that looks, or colleagues by name, pinyin or initials. */
export function ResponsibleChoice(props: ChooserProps) {
  const t = useText();
  return <ColleaguesSelect {...props} besides={[{ value: 'me', label: t(texts.me) }]} />;
}
