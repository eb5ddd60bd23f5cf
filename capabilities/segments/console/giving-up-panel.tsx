import { viewPerson } from '@yilu/customers/contract';
import { type Day, dayOf } from '@yilu/platform/contract';
import { DayField, FormRow, SidePanel, useAsk, useText } from '@yilu/platform/web';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { recordGivingUp } from '../contract/index.ts';
import { useEntries } from './book-fields.ts';
import './book.css';
import { texts } from './text.ts';

interface GivingUpPanelProps {
  readonly personId: string;
  readonly projectId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Somebody said that they will not buy: when, and why; the usual reasons need one tap (SEG-05). */
export function GivingUpPanel({ personId, projectId, onClose, onDone }: GivingUpPanelProps) {
  const t = useText();
  const reasons = useEntries('settings.lossReasons', true);
  const [reason, setReason] = useState('');
  const [on, setOn] = useState<Day | undefined>(dayOf(new Date()));
  const record = useAsk(recordGivingUp, { invalidates: [viewPerson], onDone });
  return (
    <SidePanel
      open
      title={t(texts.gaveUp)}
      onClose={onClose}
      foot={
        <Button
          type="primary"
          disabled={!on || reason.trim() === ''}
          loading={record.isPending}
          onClick={() => on && record.mutate({ personId, projectId, on, reason: reason.trim() })}
        >
          {t(texts.save)}
        </Button>
      }
    >
      <div className="sg-form">
        <FormRow label={t(texts.gaveUpOn)} required>
          <DayField value={on} onChange={setOn} max={dayOf(new Date())} />
        </FormRow>
        <FormRow label={t(texts.gaveUpWhy)} error={record.error?.message} required>
          <Input value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
        </FormRow>
        <div className="sg-reasons">
          {reasons.map(({ value, title }) => (
            <Button key={value} size="small" onClick={() => setReason(t(title))}>
              {t(title)}
            </Button>
          ))}
        </div>
      </div>
    </SidePanel>
  );
}
