import { ColleagueSelect } from '@yilu/identity/console/colleague-select';
import { addDays, Day } from '@yilu/platform/contract';
import { DayField, FormRow, Restored, SidePanel, useFormats, useKeptForm, useText } from '@yilu/platform/web';
import { Button, Input } from 'antd';
import { z } from 'zod';
import type { Act, Acting } from './outcome.ts';
import { texts } from './text.ts';
import './today.css';

const Asked = z.object({ reason: z.string(), until: Day.optional(), to: z.string().optional() });

/** Asks for what one tap cannot say: the reason, the new day, the colleague. */
export function AskOutcome({
  acting,
  onAct,
  onClose,
}: {
  readonly acting: Acting;
  /** Answers whether it was taken: declined, what was written is there again with the next attempt. */
  readonly onAct: (act: Act) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { today } = useFormats();
  const { line, outcome } = acting;
  const kept = useKeptForm(`outcome/${line.key}/${outcome.id}`, Asked, () => ({
    reason: outcome.reason ? t(outcome.reason) : '',
    until: addDays(today, outcome.days ?? 1),
  }));
  const { reason, to } = kept.form;
  // Left on an earlier day, the day it was put off to may have come.
  const until = kept.form.until && kept.form.until <= today ? undefined : kept.form.until;
  const postpones = outcome.effect === 'POSTPONED';
  const handsOver = outcome.effect === 'HANDED_OVER';
  const isReady = handsOver ? to !== undefined : reason.trim() !== '' && (!postpones || until !== undefined);

  const save = () => {
    if (outcome.effect === 'RECORD' || outcome.effect === 'OPEN') return;
    const acting = onAct({
      effect: outcome.effect,
      choice: outcome.id,
      ...(reason.trim() !== '' && { reason: reason.trim() }),
      ...(postpones && until && { until }),
      ...(handsOver && to && { to }),
    });
    void acting.then((isTaken) => isTaken && kept.drop());
  };
  if (!kept.isReady) return null;
  return (
    <SidePanel
      open
      title={`${t(outcome.label)} · ${line.subject?.name ?? t(line.title)}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t(texts.cancel)}</Button>
          <Button type="primary" disabled={!isReady} onClick={save}>
            {t(texts.confirm)}
          </Button>
        </>
      }
    >
      <div className="yl-today-form">
        {kept.isRestored && <Restored onAgain={kept.startAgain} />}
        {handsOver && (
          <FormRow label={t(texts.to)} required>
            <ColleagueSelect
              projectId={line.projectId}
              except={line.assignee.id}
              value={to}
              onChange={(to) => kept.change({ to })}
            />
          </FormRow>
        )}
        {postpones && (
          <FormRow label={t(texts.until)} required>
            <DayField value={until} onChange={(until) => kept.change({ until })} min={addDays(today, 1)} />
          </FormRow>
        )}
        <FormRow label={t(texts.reason)} required={!handsOver} hint={t(texts.reasonHint)}>
          <Input.TextArea
            autoFocus={!handsOver}
            rows={3}
            maxLength={300}
            value={reason}
            onChange={(event) => kept.change({ reason: event.target.value })}
          />
        </FormRow>
      </div>
    </SidePanel>
  );
}
