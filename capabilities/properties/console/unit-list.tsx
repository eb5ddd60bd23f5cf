import { counted } from '@yilu/platform/contract';
import { PanelSection, SidePanel, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { type BuildingGrid, createUnit, deleteUnit, editUnit, readBuilding } from '../contract/index.ts';
import { NameForm } from './name-form.tsx';
import { texts } from './text.ts';

interface UnitListProps {
  readonly grid: BuildingGrid;
  readonly editable: boolean;
}

/** The units of a building with their number of rooms; where one may, to be renamed. */
export function UnitList({ grid, editable }: UnitListProps) {
  const t = useText();
  const [editing, edit] = useState<BuildingGrid['units'][number] | 'new'>();
  if (grid.units.length === 0 && !editable) return null;
  const close = () => edit(undefined);
  return (
    <PanelSection
      title={t(texts.unit)}
      note={
        editable && (
          <Button type="link" size="small" onClick={() => edit('new')}>
            {t(texts.addUnit)}
          </Button>
        )
      }
    >
      <ul className="pr-lines">
        {grid.units.map((unit) => (
          <li key={unit.id}>
            {editable ? (
              <button type="button" className="yl-plain" onClick={() => edit(unit)}>
                {unit.name}
              </button>
            ) : (
              <span>{unit.name}</span>
            )}
            <span className="yl-quiet yl-num">
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
            input={(name) => ({ buildingId: grid.building.id, name })}
            invalidates={[readBuilding]}
            onDone={close}
          />
        )}
        {editing && editing !== 'new' && (
          <NameForm
            hint={texts.unitHint}
            name={editing.name}
            endpoint={editUnit}
            input={(name) => ({ unitId: editing.id, name, version: editing.version })}
            invalidates={[readBuilding]}
            onDone={close}
            removal={{ endpoint: deleteUnit, input: { unitId: editing.id } }}
          />
        )}
      </SidePanel>
    </PanelSection>
  );
}
