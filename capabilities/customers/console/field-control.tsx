import { NumberField, useText } from '@yilu/platform/web';
import { Button, Input, InputNumber, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { AnswerValue, CareDate, DossierField, FamilyMember } from '../contract/index.ts';
import { calendars, careDateKinds, careWords, familyRelations, texts } from './text.ts';
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

/** A list of small records, each on a line; it answers when a line is complete or taken out. */
function Lines<Line extends object>({
  value,
  empty,
  onAnswer,
  children,
}: {
  readonly value: Line[] | undefined;
  readonly empty: Line;
  readonly onAnswer: FieldControlProps['onAnswer'];
  readonly children: (line: Line, change: (line: Line) => void) => ReactNode;
}) {
  const t = useText();
  const [lines, put] = useState<Line[]>(value ?? []);
  const answer = (next: Line[]) => {
    put(next);
    onAnswer(next.length > 0 ? (next as unknown as AnswerValue) : undefined);
  };
  return (
    <div className="cu-lines">
      {lines.map((line, at) => (
        <div className="cu-line" key={at}>
          {children(line, (changed) => answer(lines.with(at, changed)))}
          <Button
            type="text"
            icon={<X size={14} />}
            aria-label={t(texts.remove)}
            onClick={() => answer(lines.toSpliced(at, 1))}
          />
        </div>
      ))}
      <Button size="small" icon={<Plus size={14} />} onClick={() => answer([...lines, empty])}>
        {t(texts.add)}
      </Button>
    </div>
  );
}

function CareDates({
  value,
  onAnswer,
}: {
  readonly value: CareDate[] | undefined;
  readonly onAnswer: FieldControlProps['onAnswer'];
}) {
  const t = useText();
  return (
    <Lines<CareDate>
      value={value}
      empty={{ kind: 'birthday', calendar: 'solar', month: 1, dayOfMonth: 1, yearly: true }}
      onAnswer={onAnswer}
    >
      {(date, change) => (
        <>
          <Select
            aria-label={t(texts.kind)}
            value={date.kind}
            options={Object.entries(careDateKinds).map(([key, title]) => ({
              value: key as CareDate['kind'],
              label: t(title),
            }))}
            onChange={(kind) => change({ ...date, kind })}
          />
          <Select
            aria-label={t(calendars.solar)}
            value={date.calendar}
            options={(['solar', 'lunar'] as const).map((key) => ({ value: key, label: t(calendars[key]) }))}
            onChange={(calendar) => change({ ...date, calendar })}
          />
          <InputNumber
            aria-label={t(careWords.month)}
            min={1}
            max={12}
            value={date.month}
            onChange={(month) => change({ ...date, month: month ?? 1 })}
          />
          <InputNumber
            aria-label={t(careWords.day)}
            min={1}
            max={31}
            value={date.dayOfMonth}
            onChange={(day) => change({ ...date, dayOfMonth: day ?? 1 })}
          />
          <Input
            placeholder={t(careWords.whose)}
            defaultValue={date.whose}
            maxLength={30}
            onBlur={(event) => change({ ...date, whose: event.target.value.trim() || undefined })}
          />
        </>
      )}
    </Lines>
  );
}

/** Of children no more than name, month of birth and school (SEC-05). */
function FamilyMembers({
  value,
  onAnswer,
}: {
  readonly value: FamilyMember[] | undefined;
  readonly onAnswer: FieldControlProps['onAnswer'];
}) {
  const t = useText();
  return (
    <Lines<FamilyMember> value={value} empty={{ relation: 'child' }} onAnswer={onAnswer}>
      {(member, change) => (
        <>
          <Select
            aria-label={t(texts.role)}
            value={member.relation}
            options={Object.entries(familyRelations).map(([key, title]) => ({
              value: key as FamilyMember['relation'],
              label: t(title),
            }))}
            onChange={(relation) => change({ ...member, relation })}
          />
          <Input
            placeholder={t(careWords.memberName)}
            defaultValue={member.name}
            maxLength={30}
            onBlur={(event) => change({ ...member, name: event.target.value.trim() || undefined })}
          />
          <Input
            placeholder={`${t(careWords.birthMonth)} 2018-06`}
            defaultValue={member.birthMonth}
            maxLength={7}
            onBlur={({ target }) =>
              /^(\d{4}-(0[1-9]|1[0-2]))?$/.test(target.value.trim()) &&
              change({ ...member, birthMonth: target.value.trim() || undefined })
            }
          />
        </>
      )}
    </Lines>
  );
}
