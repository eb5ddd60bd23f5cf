import { FormRow, pathTo, SidePanel, useAnswer, useGo, useText } from '@yilu/platform/web';
import { Select } from 'antd';
import { useState } from 'react';
import {
  type Building,
  createBuilding,
  deleteBuilding,
  editBuilding,
  listBuildings,
  listProjects,
  readBuilding,
} from '../contract/index.ts';
import { NameForm } from './name-form.tsx';
import { projectAddress } from './pages.ts';
import { texts } from './text.ts';

interface BuildingPanelProps {
  readonly open: boolean;
  readonly building: Building;
  readonly onClose: () => void;
}

/** Rename a building, put it into a phase, or delete it while it is empty. */
export function BuildingPanel({ open, building, onClose }: BuildingPanelProps) {
  const t = useText();
  const go = useGo();
  const [phaseId, setPhaseId] = useState(building.phaseId);
  return (
    <SidePanel open={open} title={t(texts.editBuilding)} onClose={onClose}>
      <NameForm
        name={building.name}
        hint={texts.buildingHint}
        endpoint={editBuilding}
        input={(name) => ({ buildingId: building.id, name, ...(phaseId && { phaseId }), version: building.version })}
        invalidates={[readBuilding, listBuildings]}
        onDone={onClose}
        removal={{
          endpoint: deleteBuilding,
          input: { buildingId: building.id },
          onDone: () => go(pathTo(projectAddress, { projectId: building.projectId })),
        }}
      >
        <PhaseRow projectId={building.projectId} phaseId={phaseId} onChange={setPhaseId} />
      </NameForm>
    </SidePanel>
  );
}

interface NewBuildingPanelProps {
  readonly open: boolean;
  readonly projectId: string;
  readonly onClose: () => void;
}

export function NewBuildingPanel({ open, projectId, onClose }: NewBuildingPanelProps) {
  const t = useText();
  const [phaseId, setPhaseId] = useState<string>();
  return (
    <SidePanel open={open} title={t(texts.addBuilding)} onClose={onClose}>
      <NameForm
        hint={texts.buildingHint}
        endpoint={createBuilding}
        input={(name) => ({ projectId, name, ...(phaseId && { phaseId }) })}
        invalidates={[listBuildings, listProjects]}
        onDone={onClose}
      >
        <PhaseRow projectId={projectId} phaseId={phaseId} onChange={setPhaseId} />
      </NameForm>
    </SidePanel>
  );
}

interface PhaseRowProps {
  readonly projectId: string;
  readonly phaseId: string | undefined;
  readonly onChange: (phaseId: string | undefined) => void;
}

/** Absent where the project has no phases. */
function PhaseRow({ projectId, phaseId, onChange }: PhaseRowProps) {
  const t = useText();
  const { data } = useAnswer(listBuildings, { projectId });
  if (!data || data.phases.length === 0) return null;
  return (
    <FormRow label={t(texts.phase)}>
      <Select
        allowClear
        value={phaseId ?? null}
        placeholder={t(texts.withoutPhase)}
        onChange={(value) => onChange(value ?? undefined)}
        options={data.phases.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FormRow>
  );
}
