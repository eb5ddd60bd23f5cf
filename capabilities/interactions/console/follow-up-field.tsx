import { addDays } from '@yilu/platform/contract';
import { DayField, FormRow, useFormats, useText } from '@yilu/platform/web';
import { Input } from 'antd';
import type { FollowUpPlan } from '../contract/index.ts';
import { texts } from './text.ts';

/** What happens next; becomes a task of that day. Empty words mean no plan. */
export function FollowUpField({
  plan,
  onChange,
  error,
}: {
  readonly plan: FollowUpPlan | undefined;
  readonly onChange: (plan: FollowUpPlan | undefined) => void;
  readonly error: string | undefined;
}) {
  const t = useText();
  const { today } = useFormats();
  const on = plan?.on ?? addDays(today, 1);
  return (
    <>
      <FormRow label={t(texts.nextPlan)} error={error}>
        <Input
          maxLength={200}
          value={plan?.what ?? ''}
          placeholder={t(texts.what)}
          onChange={(event) =>
            onChange(event.target.value === '' ? undefined : { ...plan, on, what: event.target.value })
          }
        />
      </FormRow>
      {plan && (
        <FormRow label={t(texts.on)}>
          <DayField value={on} min={today} onChange={(day) => onChange({ ...plan, on: day ?? on })} />
        </FormRow>
      )}
    </>
  );
}
