import { NumberField, useOnLeaving, useText } from '@yilu/platform/web';
import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { AnswerValue, CareDate, DossierField, FamilyMember } from '../contract/index.ts';
import { CareDates, FamilyMembers, Lines } from './answer-lines.tsx';
import { useChoices } from './use-choices.ts';

interface FieldControlProps {
  readonly field: DossierField;
  readonly value: AnswerValue | undefined;
  /** Called when the answer is complete: leaving a text, choosing a choice; undefined clears. */
  readonly onAnswer: (value: AnswerValue | undefined) => void;
  readonly id?: string;
  readonly status?: 'error' | 'warning' | '';
  readonly disabled?: boolean;
  readonly 'aria-describedby'?: string | undefined;
}

/** The control that fits a field of the catalogue; it answers when the person has finished, not with each letter. */
export function FieldControl({ field, value, onAnswer, ...control }: FieldControlProps) {
  const choices = useChoices(field.type);
  const { type } = field;
  switch (type.kind) {
    case 'text':
      return <TextAnswer {...control} longest={type.longest} value={value as string | undefined} onAnswer={onAnswer} />;
    case 'number':
      return <NumberAnswer {...control} type={type} value={value as number | undefined} onAnswer={onAnswer} />;
    case 'date':
      return <TextAnswer {...control} longest={10} value={value as string | undefined} onAnswer={onAnswer} />;
    case 'choice':
      return <OneOf {...control} choices={choices} value={value as string | undefined} onAnswer={onAnswer} />;
    case 'choices':
      return <SeveralOf {...control} choices={choices} value={value as string[] | undefined} onAnswer={onAnswer} />;
    case 'dictionary':
      return type.several ? (
        <SeveralOf {...control} choices={choices} value={value as string[] | undefined} onAnswer={onAnswer} />
      ) : (
        <OneOf {...control} choices={choices} value={value as string | undefined} onAnswer={onAnswer} />
      );
    case 'list':
      return (
        <Select
          {...control}
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={['、', '，', ',', ';']}
          value={(value as string[] | undefined) ?? []}
          onChange={(list: string[]) => onAnswer(list.length > 0 ? list : undefined)}
        />
      );
    case 'shares':
      return (
        <Lines<{ key: string; percent: number }>
          value={value as { key: string; percent: number }[] | undefined}
          empty={{ key: choices[0]?.value ?? '', percent: 0 }}
          onAnswer={onAnswer}
        >
          {(line, change) => (
            <>
              <Select options={[...choices]} value={line.key} onChange={(key: string) => change({ ...line, key })} />
              <InputNumber
                min={0}
                max={100}
                suffix="%"
                value={line.percent}
                onChange={(percent) => change({ ...line, percent: percent ?? 0 })}
              />
            </>
          )}
        </Lines>
      );
    case 'careDates':
      return <CareDates value={value as CareDate[] | undefined} onAnswer={onAnswer} />;
    case 'familyMembers':
      return <FamilyMembers value={value as FamilyMember[] | undefined} onAnswer={onAnswer} />;
  }
}

type Rest = Omit<FieldControlProps, 'field' | 'value' | 'onAnswer'>;
type Answering = { readonly onAnswer: FieldControlProps['onAnswer'] } & Rest;

function TextAnswer({
  value,
  longest,
  onAnswer,
  ...control
}: Answering & { readonly value: string | undefined; readonly longest: number }) {
  const [typed, type] = useState(value ?? '');
  const leave = () => (typed.trim() === (value ?? '') ? undefined : onAnswer(typed.trim() || undefined));
  useOnLeaving(leave);
  const common = { ...control, value: typed, maxLength: longest, onBlur: leave };
  if (longest > 100)
    return (
      <Input.TextArea
        {...common}
        autoSize={{ minRows: 1, maxRows: 6 }}
        onChange={(event) => type(event.target.value)}
      />
    );
  return <Input {...common} onChange={(event) => type(event.target.value)} onPressEnter={leave} />;
}

function NumberAnswer({
  value,
  type,
  onAnswer,
  ...control
}: Answering & {
  readonly value: number | undefined;
  readonly type: Extract<DossierField['type'], { kind: 'number' }>;
}) {
  const t = useText();
  const [typed, put] = useState<number | null>(value ?? null);
  const leave = () => (typed === (value ?? null) ? undefined : onAnswer(typed ?? undefined));
  useOnLeaving(leave);
  return (
    <NumberField
      {...control}
      min={type.least}
      max={type.most}
      suffix={type.unit && t(type.unit)}
      value={typed}
      onChange={put}
      onBlur={leave}
      onPressEnter={leave}
    />
  );
}

type Choices = { readonly choices: readonly { readonly value: string; readonly label: string }[] };

function OneOf({ value, choices, onAnswer, ...control }: Answering & Choices & { readonly value: string | undefined }) {
  return (
    <Select
      {...control}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      options={[...choices]}
      value={value ?? null}
      onChange={(one: string | null | undefined) => onAnswer(one ?? undefined)}
    />
  );
}

function SeveralOf({
  value,
  choices,
  onAnswer,
  ...control
}: Answering & Choices & { readonly value: string[] | undefined }) {
  return (
    <Select
      {...control}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      options={[...choices]}
      value={value ?? []}
      onChange={(list: string[]) => onAnswer(list.length > 0 ? list : undefined)}
    />
  );
}
