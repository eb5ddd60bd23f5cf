import { dayOf } from '@yilu/platform/contract';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  SidePanel,
  Timeline,
  useFormats,
  usePages,
  useText,
} from '@yilu/platform/web';
import { Tag } from 'lucide-react';
import {
  type LabelChange,
  type LabelKind,
  labelHistory,
  labelTexts,
  labelValueText,
  reasonSentence,
} from '../contract/index.ts';
import { texts } from './text.ts';

interface HistoryPanelProps {
  readonly open: boolean;
  readonly personId: string;
  readonly projectId?: string;
  readonly label?: LabelKind;
  readonly onClose: () => void;
}

/** Every change of a person's labels, newest first, each with the reason that decided (SEG-18). */
export function HistoryPanel({ open, personId, projectId, label, onClose }: HistoryPanelProps) {
  const t = useText();
  const title = label ? `${t(labelTexts[label])} · ${t(texts.history)}` : t(texts.history);
  return (
    <SidePanel open={open} title={title} onClose={onClose}>
      {open && <Changes personId={personId} projectId={projectId} label={label} />}
    </SidePanel>
  );
}

function Changes({
  personId,
  projectId,
  label,
}: {
  readonly personId: string;
  readonly projectId: string | undefined;
  readonly label: LabelKind | undefined;
}) {
  const t = useText();
  const { date, clock } = useFormats();
  const changes = usePages(labelHistory, {
    personId,
    limit: 50,
    ...(projectId && { projectId }),
    ...(label && { label }),
  });
  if (changes.error) return <ErrorState error={changes.error} onRetry={changes.again} />;
  if (!changes.rows) return <LoadingState rows={4} />;
  if (changes.rows.length === 0) return <EmptyState title={t(texts.noChanges)} />;
  const words = (kind: LabelKind, value: string | undefined) =>
    value === undefined ? t(texts.none) : t(labelValueText(kind, value));
  return (
    <Timeline
      label={t(texts.history)}
      entries={changes.rows.map((change) => ({
        id: `${change.projectId}${change.label}${change.changedAt.toISOString()}`,
        day: date(dayOf(change.changedAt)),
        time: clock(change.changedAt),
        icon: Tag,
        kind: t(labelTexts[change.label]),
        title:
          change.before === undefined
            ? words(change.label, change.after)
            : `${words(change.label, change.before)} → ${words(change.label, change.after)}`,
        second: decisiveOf(change)
          .map((reason) => t(reasonSentence(reason, dayOf(change.changedAt))))
          .join(' · '),
      }))}
    />
  );
}

/** What held when the label changed; where nothing did, as of somebody who cools, what was looked at first. */
function decisiveOf({ reasons }: LabelChange) {
  const met = reasons.filter((reason) => reason.met);
  return (met.length > 0 ? met : reasons).slice(0, met.length > 0 ? 2 : 1);
}
