import { dayOf } from '@yilu/platform/contract';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  SidePanel,
  Timeline,
  useAnswer,
  useFormats,
  useText,
} from '@yilu/platform/web';
import { Pencil } from 'lucide-react';
import {
  type AnswerValue,
  type DossierField,
  type FieldChange,
  fieldOf,
  personHistory,
  sexTitles,
  titleOfPlace,
} from '../contract/index.ts';
import { texts } from './text.ts';
import { useValueWords } from './value-words.tsx';

interface FieldHistoryProps {
  readonly personId: string;
  /** Absent: everything. */
  readonly field?: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Old and new value of each change, who and when, newest first. */
export function FieldHistory({ personId, field, title, onClose }: FieldHistoryProps) {
  const t = useText();
  return (
    <SidePanel open title={`${title} · ${t(texts.history)}`} onClose={onClose}>
      <Changes personId={personId} field={field} />
    </SidePanel>
  );
}

function Changes({ personId, field }: { readonly personId: string; readonly field: string | undefined }) {
  const t = useText();
  const { date, clock } = useFormats();
  const { data, error, refetch } = useAnswer(personHistory, { personId, ...(field !== undefined && { field }) });
  if (error) return <ErrorState small error={error} onRetry={refetch} />;
  if (!data) return <LoadingState rows={4} />;
  if (data.changes.length === 0) return <EmptyState small title={t(texts.noHistory)} />;
  return (
    <Timeline
      label={t(texts.history)}
      entries={data.changes.map((change, at) => ({
        id: `${at}`,
        day: date(dayOf(change.changedAt)),
        time: clock(change.changedAt),
        icon: Pencil,
        kind: t(titleOfPlace(change.field)),
        title: <ChangedValues change={change} />,
        second: change.changedBy,
      }))}
    />
  );
}

const plainText: DossierField = {
  key: 'plain',
  group: 'background',
  title: texts.name,
  type: { kind: 'text', longest: 200 },
  purpose: 'identification',
  sensitivity: 'normal',
  side: 'both',
  source: '',
};

function ChangedValues({ change: { field, before, after, hidden } }: { readonly change: FieldChange }) {
  const t = useText();
  const words = useValueWords(fieldOf(field) ?? plainText);
  const say = (value: AnswerValue | undefined) => {
    if (value === undefined) return t(texts.none);
    return field === 'sex' && (value === 'female' || value === 'male') ? t(sexTitles[value]) : words(value);
  };
  if (hidden) return <>{t(texts.hiddenValue)}</>;
  return (
    <>
      {say(before)} → {say(after)}
    </>
  );
}
