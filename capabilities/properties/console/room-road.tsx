import { type Day, dayOf } from '@yilu/platform/contract';
import {
  DayField,
  FormRow,
  PanelSection,
  Station,
  useAsk,
  useFormats,
  useMay,
  useText,
  useToast,
} from '@yilu/platform/web';
import { Button, Popover, Select } from 'antd';
import { X } from 'lucide-react';
import { useState } from 'react';
import {
  listBuildings,
  type MilestoneKind,
  milestoneKinds,
  milestoneNames,
  type Room,
  readBuilding,
  readRoom,
  recordMilestone,
  recordMilestones,
  removeMilestone,
} from '../contract/index.ts';
import { texts } from './text.ts';

/** The stations that every home passes, also while they are ahead; others show once they happened. */
const mainRoad: readonly MilestoneKind[] = ['SUBSCRIBED', 'SIGNED', 'FILED', 'HANDED_OVER', 'TITLE_ISSUED', 'MOVED_IN'];
const touched = [readRoom, readBuilding, listBuildings];

/** What the room has been through and what lies ahead, as the road. */
export function RoomRoad({ room }: { readonly room: Room }) {
  const t = useText();
  const format = useFormats();
  const may = useMay();
  const tell = useToast();
  const taking = useAsk(removeMilestone, { invalidates: touched });
  const recording = useAsk(recordMilestone, { invalidates: touched });
  const canRecord = may(recordMilestones);
  const walked = room.milestones.map((milestone) => ({ ...milestone, key: milestone.id }));
  const isHome = room.kind === 'RESIDENCE';
  const ahead = mainRoad.filter((kind) => isHome && !walked.some((milestone) => milestone.kind === kind));

  const takeBack = ({ id, kind, reachedOn }: Room['milestones'][number]) =>
    taking.mutate(
      { roomId: room.id, milestoneId: id },
      {
        onSuccess: () =>
          tell({
            message: `${t(texts.takenBack)} · ${t(milestoneNames[kind])}`,
            undo: () => recording.mutateAsync({ roomId: room.id, kind, reachedOn }),
          }),
        onError: (error) => tell({ message: error.message, failed: true }),
      },
    );
  return (
    <PanelSection title={t(texts.road)} note={canRecord && <RecordButton room={room} />}>
      <ol className="pr-road">
        {walked.map((milestone, at) => (
          <li key={milestone.key} className={at < walked.length - 1 ? 'pr-walked' : undefined}>
            <Station state={at === walked.length - 1 ? 'now' : 'done'} />
            <span className={at === walked.length - 1 ? 'yl-strong' : undefined}>
              {t(milestoneNames[milestone.kind])}
              {!milestone.entered && <span className="yl-foot"> {t(texts.imported)}</span>}
            </span>
            <span className="yl-quiet yl-num">{format.date(milestone.reachedOn)}</span>
            {canRecord ? (
              <Button
                type="text"
                size="small"
                icon={<X size={14} />}
                aria-label={`${t(texts.takeBack)} ${t(milestoneNames[milestone.kind])}`}
                onClick={() => takeBack(milestone)}
              />
            ) : (
              <span />
            )}
          </li>
        ))}
        {ahead.map((kind) => (
          <li key={kind}>
            <Station state="next" />
            <span className="yl-quiet">{t(milestoneNames[kind])}</span>
            <span className="yl-foot">{t(texts.notReached)}</span>
            <span />
          </li>
        ))}
      </ol>
    </PanelSection>
  );
}

function RecordButton({ room }: { readonly room: Room }) {
  const t = useText();
  const tell = useToast();
  const [open, setOpen] = useState(false);
  const today = dayOf(new Date());
  const [kind, setKind] = useState<MilestoneKind>('SIGNED');
  const [reachedOn, setDay] = useState<Day | undefined>(today);
  const recording = useAsk(recordMilestone, {
    invalidates: touched,
    onDone: () => {
      tell({ message: `${t(texts.recorded)} · ${t(milestoneNames[kind])}` });
      setOpen(false);
    },
  });
  const form = (
    <form
      className="pr-form"
      style={{ width: 240 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (reachedOn) recording.mutate({ roomId: room.id, kind, reachedOn });
      }}
    >
      <FormRow label={t(texts.milestone)}>
        <Select
          value={kind}
          onChange={setKind}
          options={milestoneKinds.map((value) => ({ value, label: t(milestoneNames[value]) }))}
        />
      </FormRow>
      <FormRow label={t(texts.onDay)} error={recording.error?.message}>
        <DayField value={reachedOn} onChange={setDay} max={today} />
      </FormRow>
      <div className="pr-acts">
        <Button type="primary" htmlType="submit" loading={recording.isPending} disabled={!reachedOn}>
          {t(texts.save)}
        </Button>
      </div>
    </form>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" content={form}>
      <Button type="link" size="small">
        {t(texts.record)}
      </Button>
    </Popover>
  );
}
