import { counted } from '@yilu/platform/contract';
import { FormRow, NumberField, PanelSection, SidePanel, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { type BuildingGrid, createUnit, deleteUnit, editUnit, readBuilding, readRoom } from '../contract/index.ts';
import { NameForm } from './name-form.tsx';
import { texts } from './text.ts';

interface UnitListProps {
  readonly grid: BuildingGrid;
  readonly editable: boolean;
}

/** The units of a building with their lifts and number of rooms; where one may, to be edited. */
export function UnitList({ grid, editable }: UnitListProps) {
  const t = useText();
  const [editing, edit] = useState<BuildingGrid['units'][number] | 'new'>();
  const [lifts, setLifts] = useState<number | null>(null);
  if (grid.units.length === 0 && !editable) return null;
  const open = (unit: BuildingGrid['units'][number] | 'new') => {
    setLifts(unit === 'new' ? null : (unit.lifts ?? null));
    edit(unit);
  };
  const close = () => edit(undefined);
  const liftsRow = (
    <FormRow label={t(texts.lifts)} hint={t(texts.liftsHint)}>
      <NumberField min={1} max={20} precision={0} suffix={t(texts.liftsUnit)} value={lifts} onChange={setLifts} />
    </FormRow>
  );
  return (
    <PanelSection
      title={t(texts.unit)}
      note={
        editable && (
          <Button type="link" size="small" onClick={() => open('new')}>
            {t(texts.addUnit)}
          </Button>
        )
      }
    >
      <ul className="pr-lines">
        {grid.units.map((unit) => (
          <li key={unit.id}>
            {editable ? (
              <button type="button" className="yl-plain yl-reach" onClick={() => open(unit)}>
                {unit.name}
              </button>
            ) : (
              <span>{unit.name}</span>
            )}
            <span className="yl-quiet yl-num">
              {unit.lifts !== undefined && `${t(counted(unit.lifts, texts.liftsThere))} · `}
              {t(counted(grid.rooms.filter(({ unitId }) => unitId === unit.id).length, texts.rooms))}
            </span>
          </li>
        ))}
      </ul>
      <SidePanel
        open={editing !== undefined}
        title={t(editing === 'new' ? texts.addUnit : texts.editUnit)}
        onClose={close}
      >
        {editing === 'new' && (
          <NameForm
            hint={texts.unitHint}
            endpoint={createUnit}
            input={(name) => ({ buildingId: grid.building.id, name, ...(lifts !== null && { lifts }) })}
            invalidates={[readBuilding]}
            onDone={close}
          >
            {liftsRow}
          </NameForm>
        )}
        {editing && editing !== 'new' && (
          <NameForm
            hint={texts.unitHint}
            name={editing.name}
            endpoint={editUnit}
            input={(name) => ({ unitId: editing.id, name, lifts, version: editing.version })}
            invalidates={[readBuilding, readRoom]}
            onDone={close}
            removal={{ endpoint: deleteUnit, input: { unitId: editing.id } }}
          >
            {liftsRow}
          </NameForm>
        )}
      </SidePanel>
    </PanelSection>
  );
}
