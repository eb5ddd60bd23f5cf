import {
  Activity,
  type ActivityValue,
  Explain,
  IntentGrade,
  type IntentGradeValue,
  Lifecycle,
  type LifecycleValue,
  LoadingState,
  later,
  useText,
  ValueClass,
  type ValueClassValue,
} from '@yilu/platform/web';
import { type LabelKind, labelTexts, labelValueText } from '../contract/index.ts';

const ReckoningOf = later(async () => (await import('./reckoning.tsx')).ReckoningOf, <LoadingState rows={3} />);

interface LabelChipProps {
  readonly label: Exclude<LabelKind, 'completeness'>;
  readonly value: string;
}

/** The glyph and word of a computed label. */
export function LabelGlyph({ label, value }: LabelChipProps) {
  if (label === 'lifecycle') return <Lifecycle value={value as LifecycleValue} />;
  if (label === 'value') return <ValueClass value={value as ValueClassValue} />;
  return <Activity value={value as ActivityValue} />;
}

interface ExplainedProps {
  readonly label: LabelKind;
  readonly value: string;
  readonly personId: string;
  readonly projectId: string;
}

/** A label that explains itself: hover for the sentence and its line, click for the whole reckoning. */
export function ExplainedLabel({ label, value, personId, projectId }: ExplainedProps) {
  const t = useText();
  const about = t(labelTexts[label]);
  const said = t(labelValueText(label, value));
  return (
    <Explain
      label={t({ zh: `为什么${about}是${said}`, en: `Why ${about} is ${said}` })}
      full={() => <ReckoningOf personId={personId} projectId={projectId} label={label} />}
      width={label === 'value' ? 360 : 320}
      of={`${projectId}/${personId}`}
    >
      {label === 'completeness' ? (
        <span className="yl-number">{said}</span>
      ) : (
        <LabelGlyph label={label} value={value} />
      )}
    </Explain>
  );
}

export function Grade({ value }: { readonly value: string }) {
  return <IntentGrade value={(value === 'pending' ? 'PENDING' : value) as IntentGradeValue} />;
}
