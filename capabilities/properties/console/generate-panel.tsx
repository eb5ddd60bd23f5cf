import { FormRow, FormSection, SidePanel, useAsk, useText, useToast } from '@yilu/platform/web';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import {
  type BuildingGrid,
  generateRooms,
  listBuildings,
  listProjects,
  type RoomFacts,
  type RoomKind,
  readBuilding,
  roomKindNames,
  roomKinds,
  salesStateNames,
  salesStates,
} from '../contract/index.ts';
import { roomsToGenerate } from '../rules/index.ts';
import { texts } from './text.ts';

interface GeneratePanelProps {
  readonly open: boolean;
  readonly grid: BuildingGrid;
  readonly onClose: () => void;
}

interface Plan {
  readonly unitId: string | undefined;
  readonly firstFloor: number;
  readonly lastFloor: number;
  readonly roomsPerFloor: number;
  readonly skipped: string;
  readonly kind: RoomKind;
  readonly salesState: NonNullable<RoomFacts['salesState']>;
  readonly layout: string;
}

/** Floors × rooms per floor, with what will be made told before it is made. */
export function GeneratePanel({ open, grid, onClose }: GeneratePanelProps) {
  const t = useText();
  const tell = useToast();
  const [plan, setPlan] = useState<Plan>({
    unitId: grid.units[0]?.id,
    firstFloor: 1,
    lastFloor: 18,
    roomsPerFloor: 2,
    skipped: '',
    kind: 'RESIDENCE',
    salesState: 'AVAILABLE',
    layout: '',
  });
  const change = (part: Partial<Plan>) => setPlan((before) => ({ ...before, ...part }));
  const generating = useAsk(generateRooms, {
    invalidates: [readBuilding, listBuildings, listProjects],
    onDone: ({ created }) => {
      tell({ message: `${t(texts.saved)} · ${created} ${t(texts.roomsUnit)}` });
      onClose();
    },
  });
  const skippedFloors = numbersIn(plan.skipped);
  const { firstFloor, lastFloor, roomsPerFloor, unitId, kind } = plan;
  const wanted = roomsToGenerate({ firstFloor, lastFloor, roomsPerFloor, skippedFloors });
  const taken = new Set(
    grid.rooms.filter((room) => room.unitId === unitId && room.kind === kind).map(({ number }) => number),
  );
  const missing = wanted.filter(({ number }) => !taken.has(number));

  const submit = () =>
    generating.mutate({
      buildingId: grid.building.id,
      ...(unitId && { unitId }),
      ...{ firstFloor, lastFloor, roomsPerFloor, skippedFloors, kind },
      facts: { salesState: plan.salesState, ...(plan.layout.trim() && { layout: plan.layout.trim() }) },
    });
  return (
    <SidePanel
      open={open}
      title={t(texts.generate)}
      onClose={onClose}
      foot={
        <Button type="primary" loading={generating.isPending} disabled={missing.length === 0} onClick={submit}>
          {t(texts.generate)}
        </Button>
      }
    >
      <FormSection title={grid.building.name} columns={2}>
        {grid.units.length > 0 ? (
          <FormRow label={t(texts.unit)}>
            <Select
              value={unitId ?? ''}
              onChange={(value) => change({ unitId: value === '' ? undefined : value })}
              options={[
                ...grid.units.map(({ id, name }) => ({ value: id, label: name })),
                { value: '', label: t(texts.withoutUnit) },
              ]}
            />
          </FormRow>
        ) : (
          <FormRow label={t(texts.unit)}>
            <Input disabled value={t(texts.withoutUnit)} />
          </FormRow>
        )}
        <FormRow label={t(texts.kind)}>
          <Select
            value={kind}
            onChange={(value) => change({ kind: value })}
            options={roomKinds.map((value) => ({ value, label: t(roomKindNames[value]) }))}
          />
        </FormRow>
        <FormRow label={t(texts.firstFloor)}>
          <InputNumber
            min={-5}
            max={200}
            precision={0}
            value={firstFloor}
            onChange={(value) => change({ firstFloor: value ?? 1 })}
            style={{ width: '100%' }}
          />
        </FormRow>
        <FormRow label={t(texts.lastFloor)}>
          <InputNumber
            min={-5}
            max={200}
            precision={0}
            value={lastFloor}
            onChange={(value) => change({ lastFloor: value ?? 1 })}
            style={{ width: '100%' }}
          />
        </FormRow>
        <FormRow label={t(texts.perFloor)}>
          <InputNumber
            min={1}
            max={60}
            precision={0}
            value={roomsPerFloor}
            onChange={(value) => change({ roomsPerFloor: value ?? 1 })}
            style={{ width: '100%' }}
          />
        </FormRow>
        <FormRow label={t(texts.skipped)} hint={t(texts.skippedHint)}>
          <Input value={plan.skipped} onChange={(event) => change({ skipped: event.target.value })} />
        </FormRow>
        <FormRow label={t(texts.stage)}>
          <Select
            value={plan.salesState}
            onChange={(value) => change({ salesState: value })}
            options={salesStates.map((value) => ({ value, label: t(salesStateNames[value]) }))}
          />
        </FormRow>
        <FormRow label={t({ zh: '户型', en: 'Layout' })}>
          <Input
            value={plan.layout}
            placeholder="3室2厅2卫"
            onChange={(event) => change({ layout: event.target.value })}
          />
        </FormRow>
      </FormSection>
      <p className="pr-will-make" aria-live="polite">
        {t(texts.willMake)} <b className="yl-num">{missing.length}</b> {t(texts.roomsUnit)}
        {missing.length > 0 && (
          <span className="yl-quiet">
            {' '}
            · {missing[0]?.number} – {missing.at(-1)?.number}
          </span>
        )}
        {wanted.length > missing.length && (
          <span className="yl-quiet">
            {' '}
            · {wanted.length - missing.length} {t(texts.roomsUnit)} {t(texts.alreadyThere)}
          </span>
        )}
      </p>
      {generating.error && (
        <p className="yl-late" role="alert">
          {generating.error.message}
        </p>
      )}
    </SidePanel>
  );
}

function numbersIn(text: string): number[] {
  return [...new Set((text.match(/-?\d+/g) ?? []).map(Number))];
}
