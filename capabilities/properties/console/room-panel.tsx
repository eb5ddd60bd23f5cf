import {
  AskError,
  ConflictDialog,
  FormRow,
  FormSection,
  NumberField,
  pathTo,
  SidePanel,
  useAsk,
  useGo,
  useOutdate,
  useText,
  useToast,
} from '@yilu/platform/web';
import { Button, Input, Select } from 'antd';
import { X } from 'lucide-react';
import { useState } from 'react';
import {
  deleteRoom,
  type ExternalCode,
  editRoom,
  fitOutNames,
  listBuildings,
  orientationNames,
  orientations,
  Room,
  type RoomFactName,
  type RoomFacts,
  RoomFacts as RoomFactsShape,
  readBuilding,
  readRoom,
  roomFactLabels,
  roomFactNames,
  saleKindNames,
  salesStateNames,
  salesStates,
} from '../contract/index.ts';
import { Removal } from './name-form.tsx';
import { buildingAddress, projectAddress } from './pages.ts';
import { texts } from './text.ts';

const touched = [readRoom, readBuilding, listBuildings];

/** Everything that may be known of a room; what is emptied becomes unknown. */
export function RoomPanel({ room, onClose }: { readonly room: Room; readonly onClose: () => void }) {
  const t = useText();
  const go = useGo();
  const tell = useToast();
  const outdate = useOutdate();
  const [facts, setFacts] = useState<RoomFacts>(() => RoomFactsShape.parse(room));
  const [codes, setCodes] = useState<readonly ExternalCode[]>(room.externalCodes);
  const [door, setDoor] = useState(room.number);
  const [version, setVersion] = useState(room.version);
  const saving = useAsk(editRoom, {
    invalidates: touched,
    onDone: () => {
      tell({ message: t(texts.saved) });
      onClose();
    },
  });
  const set = <Name extends RoomFactName>(name: Name, value: RoomFacts[Name] | null | undefined) =>
    setFacts((before) => ({ ...before, [name]: value === null || value === '' ? undefined : value }));
  const changed = roomFactNames.filter((name) => facts[name] !== room[name]);
  const filled = codes.filter(({ source, code }) => source.trim() !== '' && code.trim() !== '');
  const save = (asOf = version) =>
    saving.mutate({
      roomId: room.id,
      ...Object.fromEntries(changed.filter((name) => facts[name] !== undefined).map((name) => [name, facts[name]])),
      clear: changed.filter((name) => facts[name] === undefined),
      ...(door.trim() !== room.number && { number: door.trim() }),
      externalCodes: filled,
      version: asOf,
    });
  const current =
    saving.error instanceof AskError && saving.error.status === 409
      ? Room.safeParse(saving.error.current).data
      : undefined;
  const errorOf = (name: string) => saving.error?.fields[name];
  const text = (name: 'layout' | 'floorLabel' | 'productType' | 'deliveryBatch' | 'address') => (
    <FormRow label={t(roomFactLabels[name])} error={errorOf(name)}>
      <Input value={facts[name] ?? ''} onChange={(event) => set(name, event.target.value)} />
    </FormRow>
  );
  const number = (
    name: 'floor' | 'bedrooms' | 'livingRooms' | 'bathrooms' | 'kitchens' | 'grossArea' | 'innerArea',
    decimals = 0,
  ) => (
    <FormRow label={t(roomFactLabels[name])} error={errorOf(name)}>
      <NumberField
        value={facts[name] ?? null}
        onChange={(value) => set(name, value)}
        precision={decimals}
        {...(decimals > 0 && { suffix: t(texts.squareMetres) })}
      />
    </FormRow>
  );
  const choice = <Name extends 'orientation' | 'fitOut' | 'saleKind' | 'salesState'>(
    name: Name,
    names: Readonly<Record<string, { zh: string; en: string }>>,
    values: readonly string[],
  ) => (
    <FormRow label={t(roomFactLabels[name])} error={errorOf(name)}>
      <Select
        allowClear
        value={facts[name] ?? null}
        onChange={(value) => set(name, value as RoomFacts[Name])}
        options={values.map((value) => ({ value, label: names[value] ? t(names[value]) : value }))}
      />
    </FormRow>
  );

  return (
    <SidePanel
      open
      width={560}
      title={`${room.displayName} · ${t(texts.editRoom)}`}
      onClose={onClose}
      foot={
        <>
          <Removal
            endpoint={deleteRoom}
            input={{ roomId: room.id }}
            invalidates={[readBuilding, listBuildings]}
            onDone={() =>
              go(
                room.buildingId
                  ? pathTo(buildingAddress, { buildingId: room.buildingId })
                  : pathTo(projectAddress, { projectId: room.projectId }),
              )
            }
          />
          <Button type="primary" loading={saving.isPending} disabled={door.trim() === ''} onClick={() => save()}>
            {t(texts.save)}
          </Button>
        </>
      }
    >
      {saving.error && !current && Object.keys(saving.error.fields).length === 0 && (
        <p className="yl-late" role="alert">
          {saving.error.message}
        </p>
      )}
      <FormSection title={t(texts.facts)} columns={2}>
        <FormRow label={t(texts.number)} error={errorOf('number')} required>
          <Input value={door} maxLength={40} onChange={(event) => setDoor(event.target.value)} />
        </FormRow>
        {text('address')}
        {text('layout')}
        {choice('orientation', orientationNames, orientations)}
        {number('bedrooms')}
        {number('livingRooms')}
        {number('bathrooms')}
        {number('kitchens')}
        {number('grossArea', 2)}
        {number('innerArea', 2)}
        {number('floor')}
        {text('floorLabel')}
        {choice('fitOut', fitOutNames, ['BARE', 'PARTLY_FITTED_OUT', 'FITTED_OUT'])}
        {choice('saleKind', saleKindNames, ['PRESALE', 'COMPLETED'])}
        {choice('salesState', salesStateNames, salesStates)}
        {text('productType')}
        {text('deliveryBatch')}
      </FormSection>
      <FormSection title={t(texts.externalCodes)} columns={1}>
        <CodeRows codes={codes} onChange={setCodes} />
      </FormSection>
      {saving.error?.fields.externalCodes && (
        <p className="yl-late" role="alert">
          {saving.error.fields.externalCodes}
        </p>
      )}
      {current && (
        <ConflictDialog
          open
          fields={changed.map((name) => ({
            title: t(roomFactLabels[name]),
            theirs: String(current[name] ?? '–'),
            mine: String(facts[name] ?? '–'),
          }))}
          onKeepMine={() => {
            setVersion(current.version);
            save(current.version);
          }}
          onTakeTheirs={() => {
            outdate(...touched);
            onClose();
          }}
          onClose={() => saving.reset()}
        />
      )}
    </SidePanel>
  );
}

function CodeRows({
  codes,
  onChange,
}: {
  readonly codes: readonly ExternalCode[];
  readonly onChange: (codes: readonly ExternalCode[]) => void;
}) {
  const t = useText();
  const change = (at: number, part: Partial<ExternalCode>) =>
    onChange(codes.map((code, index) => (index === at ? { ...code, ...part } : code)));
  return (
    <div>
      {codes.map((code, at) => (
        <div key={at} className="pr-codes">
          <Input
            aria-label={t(texts.source)}
            placeholder={t(texts.source)}
            value={code.source}
            onChange={(event) => change(at, { source: event.target.value })}
          />
          <Input
            aria-label={t(texts.code)}
            placeholder={t(texts.code)}
            value={code.code}
            onChange={(event) => change(at, { code: event.target.value })}
          />
          <Button
            type="text"
            icon={<X size={16} />}
            aria-label={t(texts.remove)}
            onClick={() => onChange(codes.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...codes, { source: '', code: '' }])}>
        {t(texts.addCode)}
      </Button>
    </div>
  );
}
