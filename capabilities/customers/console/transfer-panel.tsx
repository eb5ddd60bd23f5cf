import type { Day } from '@yilu/platform/contract';
import { DayField, FormRow, SidePanel, useAsk, useFormats, useText } from '@yilu/platform/web';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { transferRoom } from '../contract/index.ts';
import { PersonPicker } from './person-picker.tsx';
import { texts, transferReasons } from './text.ts';
import { touchedByEdits } from './touched.ts';

/** 过户: the owners' parts end, the new owner's begins on the same day. */
export function TransferPanel({
  roomId,
  version,
  onClose,
}: {
  readonly roomId: string;
  readonly version: number;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { today } = useFormats();
  const [personId, pick] = useState<string | undefined>();
  /** Of the people who were there when the panel opened. */
  const [seen] = useState(version);
  const [on, setOn] = useState<Day | undefined>(today);
  const [reason, choose] = useState<keyof typeof transferReasons>('sale');
  const transferring = useAsk(transferRoom, { invalidates: touchedByEdits, onDone: onClose });
  return (
    <SidePanel
      open
      title={t(texts.transfer)}
      onClose={onClose}
      foot={
        <Button
          type="primary"
          disabled={!personId || !on}
          loading={transferring.isPending}
          onClick={() =>
            personId && on && transferring.mutate({ roomId, on, reason, version: seen, owners: [{ personId }] })
          }
        >
          {t(texts.transfer)}
        </Button>
      }
    >
      <FormRow label={t(texts.newOwner)} error={transferring.error?.message}>
        <PersonPicker value={personId} onPick={(id) => pick(id)} />
      </FormRow>
      <FormRow label={t(texts.transferOn)}>
        <DayField value={on} onChange={setOn} />
      </FormRow>
      <FormRow label={t(texts.reason)}>
        <Select
          value={reason}
          onChange={choose}
          options={Object.entries(transferReasons).map(([value, title]) => ({
            value: value as keyof typeof transferReasons,
            label: t(title),
          }))}
        />
      </FormRow>
    </SidePanel>
  );
}
