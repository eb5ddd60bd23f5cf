import type { Day } from '@yilu/platform/contract';
import { DayField, FormRow, SidePanel, useAsk, useText } from '@yilu/platform/web';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { addParty, owningRoles, PartyRole, partyRoleTitles } from '../contract/index.ts';
import { PersonPicker } from './person-picker.tsx';
import { texts } from './text.ts';
import { touchedByEdits } from './touched.ts';

/** Gives somebody a part in a room. */
export function AddPartyPanel({ roomId, onClose }: { readonly roomId: string; readonly onClose: () => void }) {
  const t = useText();
  const [personId, pick] = useState<string | undefined>();
  const [role, choose] = useState<PartyRole>('owner');
  const [percent, setPercent] = useState<number | null>(null);
  const [startedOn, start] = useState<Day | undefined>();
  const adding = useAsk(addParty, { invalidates: touchedByEdits, onDone: onClose });
  const owns = owningRoles.includes(role);
  return (
    <SidePanel
      open
      title={t(texts.addParty)}
      onClose={onClose}
      foot={
        <Button
          type="primary"
          disabled={!personId}
          loading={adding.isPending}
          onClick={() =>
            personId &&
            adding.mutate({
              roomId,
              personId,
              role,
              ...(owns && percent !== null && { share: percent / 100 }),
              ...(startedOn && { startedOn }),
            })
          }
        >
          {t(texts.add)}
        </Button>
      }
    >
      <FormRow label={t(texts.customer)} error={adding.error?.message}>
        <PersonPicker value={personId} onPick={(id) => pick(id)} />
      </FormRow>
      <FormRow label={t(texts.role)}>
        <Select
          value={role}
          onChange={choose}
          options={PartyRole.options.map((value) => ({ value, label: t(partyRoleTitles[value]) }))}
        />
      </FormRow>
      {owns && (
        <FormRow label={t(texts.share)}>
          <InputNumber min={0.01} max={100} suffix="%" value={percent} onChange={setPercent} />
        </FormRow>
      )}
      <FormRow label={t(texts.since)}>
        <DayField value={startedOn} onChange={start} />
      </FormRow>
    </SidePanel>
  );
}
