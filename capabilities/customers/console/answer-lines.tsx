import { useText } from '@yilu/platform/web';
import { Button, Input, InputNumber, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { AnswerValue, CareDate, FamilyMember } from '../contract/index.ts';
import { calendars, careDateKinds, careWords, familyRelations, texts } from './text.ts';

type OnAnswer = (value: AnswerValue | undefined) => void;

/** A list of small records, each on a line; it answers when a line is complete or taken out. */
export function Lines<Line extends object>({
  value,
  empty,
  onAnswer,
  children,
}: {
  readonly value: Line[] | undefined;
  readonly empty: Line;
  readonly onAnswer: OnAnswer;
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

export function CareDates({
  value,
  onAnswer,
}: {
  readonly value: CareDate[] | undefined;
  readonly onAnswer: OnAnswer;
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
export function FamilyMembers({
  value,
  onAnswer,
}: {
  readonly value: FamilyMember[] | undefined;
  readonly onAnswer: OnAnswer;
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
