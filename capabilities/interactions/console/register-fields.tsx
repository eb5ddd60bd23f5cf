import { type DossierField, fieldOf } from '@yilu/customers/contract';
import { Dictation, FormRow, FormSection, LongText, useAnswer, useText } from '@yilu/platform/web';
import { readDictionary } from '@yilu/settings/contract';
import { Button, Input, InputNumber, Segmented, Select } from 'antd';
import {
  dossierFieldsOf,
  partTitles,
  type RegisterAnswers,
  type RegisterField,
  registerFieldTitles,
} from '../contract/index.ts';
import { FollowUpField } from './follow-up-field.tsx';
import { texts } from './text.ts';
import type { Registering } from './use-register.ts';

type DossierBacked = keyof typeof dossierFieldsOf;
const isDossierBacked = (field: RegisterField): field is DossierBacked => field in dossierFieldsOf;

/** The fields that are still to ask, in the order of the paper form; each can be declined but the name and the talk. */
export function RegisterFields({ registering }: { readonly registering: Registering }) {
  const t = useText();
  const { form, setForm, asked, saving } = registering;
  const { fields: errors = {} } = saving.error ?? {};
  const missing = (saving.error?.params.missing as readonly RegisterField[] | undefined) ?? [];
  const errorOf = (field: RegisterField) =>
    errors[`form.${field}`] ?? (missing.includes(field) ? t(texts.lacks) : undefined);
  const visit = asked.length > 0 && asked.some((field) => field === 'age' || field === 'need');
  return (
    <>
      <FormSection title={t(texts.person)}>
        {asked.includes('sex') && (
          <FormRow
            label={t(texts.sex)}
            required
            error={errorOf('sex')}
            aside={<Decline field="sex" isAnswered={form.sex !== undefined} registering={registering} />}
          >
            <SexField value={form.sex} onChange={(sex) => setForm({ ...form, sex })} />
          </FormRow>
        )}
        {asked.includes('age') && (
          <FormRow
            label={t(texts.age)}
            required
            error={errorOf('age')}
            aside={<Decline field="age" isAnswered={form.age !== undefined} registering={registering} />}
          >
            <InputNumber
              min={1}
              max={120}
              value={form.age ?? null}
              onChange={(age) => setForm({ ...form, age: age ?? undefined })}
            />
          </FormRow>
        )}
        {asked.filter(isDossierBacked).flatMap((field) =>
          dossierFieldsOf[field].map((key, at) => {
            const entry = fieldOf(key);
            return entry ? (
              <FormRow
                key={key}
                label={t(entry.title)}
                required={field !== 'need' || at === 0}
                error={at === 0 ? errorOf(field) : undefined}
                {...(at === 0 && {
                  aside: (
                    <Decline field={field} isAnswered={form.answers[key] !== undefined} registering={registering} />
                  ),
                })}
              >
                <AnswerField
                  field={entry}
                  value={form.answers[key]}
                  onChange={(value) => setForm({ ...form, answers: { ...form.answers, [key]: value } })}
                />
              </FormRow>
            ) : null;
          }),
        )}
      </FormSection>
      <FormSection title={t(texts.talkAndNext)} columns={1}>
        <Passage part="keyPoints" required error={errorOf('talk')} registering={registering} />
        <Passage part="approves" registering={registering} />
        <Passage part="doubts" registering={registering} />
        {visit && <Passage part="companions" registering={registering} />}
        <FollowUpField plan={registering.followUp} onChange={registering.setFollowUp} error={errors['followUp.on']} />
      </FormSection>
    </>
  );
}

interface PassageProps {
  readonly part: 'keyPoints' | 'approves' | 'doubts' | 'companions';
  readonly required?: boolean;
  readonly error?: string | undefined;
  readonly registering: Registering;
}

function Passage({ part, required = false, error, registering }: PassageProps) {
  const t = useText();
  const { form, setForm } = registering;
  const words = form.parts[part] ?? '';
  const change = (text: string) =>
    setForm({ ...form, parts: { ...form.parts, [part]: text === '' ? undefined : text } });
  return (
    <FormRow
      label={t(part === 'keyPoints' ? texts.talk : partTitles[part])}
      required={required}
      error={error}
      {...(part === 'keyPoints' && { aside: <Dictation field={t(texts.talk)} value={words} onChange={change} /> })}
    >
      <LongText
        lines={part === 'keyPoints' ? 3 : 1}
        maxLength={part === 'companions' ? 200 : 4_000}
        value={words}
        onChange={change}
      />
    </FormRow>
  );
}

/** 不愿透露: counts as filled, so that nobody is pushed to extract or invent (DOS-14). */
function Decline({
  field,
  isAnswered,
  registering,
}: {
  readonly field: RegisterField;
  readonly isAnswered: boolean;
  readonly registering: Registering;
}) {
  const t = useText();
  const { form, setForm } = registering;
  const isDeclined = form.declined.includes(field);
  const toggle = () =>
    setForm({
      ...form,
      declined: isDeclined ? form.declined.filter((one) => one !== field) : [...form.declined, field],
    });
  return (
    <Button
      type="link"
      size="small"
      // Whoever has filled the field goes on to the next one.
      tabIndex={isAnswered && !isDeclined ? -1 : 0}
      aria-pressed={isDeclined}
      aria-label={`${t(texts.declined)}：${t(registerFieldTitles[field])}`}
      onClick={toggle}
    >
      {isDeclined ? `✓ ${t(texts.declined)}` : t(texts.declined)}
    </Button>
  );
}

function SexField({
  value,
  onChange,
  id,
}: {
  readonly value: 'female' | 'male' | undefined;
  readonly onChange: (sex: 'female' | 'male') => void;
  readonly id?: string;
}) {
  const t = useText();
  return (
    <Segmented
      aria-label={t(registerFieldTitles.sex)}
      {...(id && { id })}
      {...(value && { value })}
      {...(!value && { value: '' as never })}
      onChange={onChange}
      options={[
        { value: 'female' as const, label: t(texts.female) },
        { value: 'male' as const, label: t(texts.male) },
      ]}
    />
  );
}

type Answer = RegisterAnswers[keyof RegisterAnswers];

/** A text, a choice or several, as the dossier's catalogue says. */
function AnswerField({
  field,
  value,
  onChange,
  id,
}: {
  readonly field: DossierField;
  readonly value: Answer;
  readonly onChange: (value: Answer) => void;
  readonly id?: string;
}) {
  const t = useText();
  const { type } = field;
  const key = type.kind === 'dictionary' ? type.dictionary : '';
  const { data: list } = useAnswer(readDictionary, { key }, { when: key !== '', fresh: 300_000 });
  const name = id ? { id } : {};
  if (type.kind !== 'dictionary' && type.kind !== 'choice' && type.kind !== 'choices') {
    return (
      <Input
        {...name}
        maxLength={200}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
    );
  }
  const options =
    type.kind === 'dictionary'
      ? (list?.entries ?? [])
          .filter(({ retiredAt }) => !retiredAt)
          .map((entry) => ({ value: entry.id, label: t(entry) }))
      : type.choices.map((choice) => ({ value: choice.key, label: t(choice.title) }));
  const isSeveral = type.kind === 'choices' || (type.kind === 'dictionary' && type.several);
  return isSeveral ? (
    <Select<string[]>
      {...name}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      value={Array.isArray(value) ? value : []}
      options={options}
      onChange={(chosen) => onChange(chosen.length > 0 ? chosen : undefined)}
    />
  ) : (
    <Select<string | null>
      {...name}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={typeof value === 'string' ? value : null}
      options={options}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
