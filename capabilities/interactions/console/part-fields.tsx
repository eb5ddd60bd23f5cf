import { type AskError, Dictation, FormRow, LongText, useIsPhone, useText } from '@yilu/platform/web';
import { InputNumber } from 'antd';
import { type ContactParts, type InteractionKind, type PassageName, partTitles } from '../contract/index.ts';
import { lengthOf, type Minimums, measureOf, passagesNeeded } from '../rules/index.ts';

interface PartFieldsProps {
  readonly kind: InteractionKind;
  readonly reacted: boolean;
  readonly parts: ContactParts;
  readonly onChange: (parts: ContactParts) => void;
  readonly minimums: Minimums;
  readonly error: AskError | null;
  /** The page was opened in order to speak: the measured passage listens at once. */
  readonly speaks?: boolean;
}

const offered: Readonly<Record<InteractionKind, readonly (keyof ContactParts)[]>> = {
  CALL_IN: ['keyPoints', 'approves', 'doubts'],
  VISIT_IN: ['keyPoints', 'approves', 'doubts', 'companions'],
  CALL_OUT: ['keyPoints', 'feedback'],
  VISIT_OUT: ['goal', 'achievement', 'feedback', 'plan'],
  SMS: ['message', 'reply'],
  WECHAT: ['message', 'reply'],
  INVITATION: ['message', 'reply'],
  ACTIVITY: ['theme', 'participants', 'feedback'],
  CIRCLE: ['keyPoints', 'feedback'],
  ENQUIRY: ['keyPoints', 'feedback'],
};

/** The passages of a record with a live count under the one that is measured, and the reason where one is refused (DOS-40…44). */
export function PartFields({ kind, reacted, parts, onChange, minimums, error, speaks = false }: PartFieldsProps) {
  const t = useText();
  const isPhone = useIsPhone();
  const needed = passagesNeeded(kind, reacted);
  const measure = measureOf(kind, reacted, minimums);
  const measured = measure?.passages.at(-1);
  return offered[kind].map((part, at) => {
    const counter =
      measure && part === measured ? { counted: lengthOf(parts, measure, minimums), least: measure.needed } : undefined;
    const common = {
      label: t(partTitles[part]),
      required: needed.includes(part),
      error: error?.fields[`parts.${part}`],
    };
    if (part === 'participants') {
      return (
        <FormRow key={part} {...common}>
          <InputNumber
            min={1}
            max={10_000}
            value={parts.participants ?? null}
            onChange={(participants) => onChange({ ...parts, participants: participants ?? undefined })}
          />
        </FormRow>
      );
    }
    return (
      <FormRow
        key={part}
        {...common}
        {...(counter && { counter })}
        hint={counter && measure && measure.passages.length > 1 ? t(measure.title) : undefined}
        {...(!isShort(part) && {
          aside: (
            <Dictation
              field={t(partTitles[part])}
              value={parts[part] ?? ''}
              onChange={(text) => onChange({ ...parts, [part]: text === '' ? undefined : text })}
              atOnce={speaks && part === (measured ?? offered[kind][0])}
            />
          ),
        })}
      >
        <LongText
          // On a telephone the keyboard would come over the form.
          autoFocus={at === 0 && !isPhone}
          lines={isShort(part) ? 1 : 2}
          maxLength={isShort(part) ? 200 : 4_000}
          value={parts[part] ?? ''}
          onChange={(text) => onChange({ ...parts, [part]: text === '' ? undefined : text })}
        />
      </FormRow>
    );
  });
}

function isShort(part: PassageName): boolean {
  return part === 'theme' || part === 'companions';
}
