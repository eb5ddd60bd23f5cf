import type { OfPerson } from '@yilu/customers/console';
import { FieldHistory } from '@yilu/customers/console/field-history';
import {
  type MomentKind,
  momentKinds,
  momentsOfPerson,
  momentTitles,
  type PersonMoment,
} from '@yilu/customers/contract';
import { counted, dayOf, instantOn } from '@yilu/platform/contract';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  Timeline,
  type TimelineEntry,
  useAnswer,
  useFormats,
  usePages,
  useText,
} from '@yilu/platform/web';
import { Button, Select } from 'antd';
import {
  CalendarCheck,
  DoorOpen,
  FileSignature,
  House,
  KeyRound,
  ListChecks,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessageSquare,
  Pencil,
  Phone,
  PhoneIncoming,
  Tag,
  Users,
} from 'lucide-react';
import { useState } from 'react';
import {
  type ContactTally,
  type Interaction,
  type InteractionKind,
  interactionKinds,
  kindTitles,
  PersonTimelinePanel,
  timelineOfPerson,
} from '../contract/index.ts';
import { RecordPanel } from './record-panel.tsx';
import { texts } from './text.ts';
import { WaitingHere } from './waiting-here.tsx';
import { Words } from './words.tsx';

const icons: Readonly<Record<InteractionKind, LucideIcon>> = {
  CALL_IN: PhoneIncoming,
  VISIT_IN: DoorOpen,
  CALL_OUT: Phone,
  VISIT_OUT: House,
  SMS: MessageSquare,
  WECHAT: MessageCircle,
  INVITATION: Mail,
  ACTIVITY: CalendarCheck,
  CIRCLE: Users,
  ENQUIRY: MessageSquare,
};

const momentIcons: Readonly<Record<MomentKind, LucideIcon>> = {
  task: ListChecks,
  deal: FileSignature,
  home: KeyRound,
  label: Tag,
  dossier: Pencil,
};

type Kind = InteractionKind | MomentKind;

/** Everything that happened with this person, newest first: contacts, tasks, deals, homes, labels, what was filled in; filtered by kind (DOS-32, DOS-55). */
export function PersonTimeline({ personId, name, mine, panels }: OfPerson) {
  const t = useText();
  const formats = useFormats();
  const [kinds, choose] = useState<Kind[]>([]);
  const [looksBack, lookBack] = useState(false);
  const [openId, open] = useState<string | undefined>();
  const came = PersonTimelinePanel.safeParse(panels.timeline);
  const contactKinds = interactionKinds.filter((kind) => kinds.includes(kind));
  const contacts = usePages(
    timelineOfPerson,
    { personId, limit: 20, ...(contactKinds.length > 0 && { kinds: contactKinds.join(',') }) },
    { first: kinds.length === 0 && came.success ? came.data : undefined },
  );
  const moments = useAnswer(momentsOfPerson, { personId });

  const error = contacts.error ?? moments.error;
  if (error)
    return (
      <ErrorState
        small
        error={error}
        title={t(texts.notLoaded)}
        onRetry={() => {
          contacts.again();
          void moments.refetch();
        }}
      />
    );
  if (!contacts.rows) return <LoadingState rows={4} />;

  const isShown = (kind: Kind) => kinds.length === 0 || kinds.includes(kind);
  const rows = interactionKinds.some(isShown) ? contacts.rows : [];
  const hasMore = rows.length > 0 && contacts.hasMore;
  const reach = hasMore ? (rows.at(-1)?.contactedAt.getTime() ?? 0) : 0;
  const beside = (moments.data?.items ?? []).filter((moment) => isShown(moment.kind) && timeOf(moment) >= reach);
  const entryOf = (happened: Interaction | PersonMoment): Omit<TimelineEntry, 'day'> =>
    'contactedAt' in happened
      ? {
          id: happened.id,
          ...(hasTime(happened) && { time: formats.clock(happened.contactedAt) }),
          icon: icons[happened.kind],
          kind: t(kindTitles[happened.kind]),
          title: <Words contact={happened} />,
          second: <Beneath contact={happened} />,
          onOpen: () => open(happened.id),
        }
      : {
          id: happened.id,
          ...(happened.at && { time: formats.clock(happened.at) }),
          icon: momentIcons[happened.kind],
          kind: t(momentTitles[happened.kind]),
          title: t(happened.title),
          ...(happened.by !== undefined && { second: happened.by }),
          ...(happened.kind === 'dossier' && { onOpen: () => lookBack(true) }),
        };
  const happenings = [...rows, ...beside].sort((one, other) => timeOf(other) - timeOf(one));
  return (
    <>
      <WaitingHere personId={personId} />
      {came.success && <HowOften tallies={came.data.tallies} />}
      <Select<Kind[]>
        mode="multiple"
        allowClear
        size="small"
        className="in-filter"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t(texts.kind)}
        placeholder={t(texts.all)}
        value={kinds}
        onChange={choose}
        options={[
          ...interactionKinds.map((value) => ({ value, label: t(kindTitles[value]) })),
          ...momentKinds.map((value) => ({ value, label: t(momentTitles[value]) })),
        ]}
      />
      {happenings.length === 0 ? (
        <EmptyState small title={t(texts.noContacts)} />
      ) : (
        <Timeline
          label={t(texts.timeline)}
          entries={happenings.map((happened, at) => {
            const above = happenings[at - 1];
            const day = dayOfOne(happened);
            return {
              ...entryOf(happened),
              day: above && dayOfOne(above) === day ? undefined : formats.column(day),
            };
          })}
          {...(hasMore && {
            foot: (
              <Button type="link" size="small" loading={contacts.isLoadingMore} onClick={contacts.more}>
                {t(texts.more)}
              </Button>
            ),
          })}
        />
      )}
      {looksBack && <FieldHistory personId={personId} title={name} onClose={() => lookBack(false)} />}
      {openId && <RecordPanel key={openId} contactId={openId} mine={mine} onClose={() => open(undefined)} />}
    </>
  );
}

/** 3 次来电 · 2 次来访 · 1 次活动, over all projects in reach (DOS-08, DOS-31). */
function HowOften({ tallies }: { readonly tallies: readonly ContactTally[] }) {
  const t = useText();
  const counts = (['calls', 'visits', 'activities'] as const).flatMap((what) => {
    const times = tallies.reduce((sum, tally) => sum + tally[what], 0);
    return times > 0 ? [t(counted(times, texts[what]))] : [];
  });
  return counts.length > 0 && <p className="in-how-often">{counts.join(' · ')}</p>;
}

/** A register that knew only the day was brought in as its midnight. */
function hasTime({ imported, contactedAt }: Interaction): boolean {
  return !(imported && contactedAt.getTime() === instantOn(dayOf(contactedAt)).getTime());
}

function timeOf(happened: Interaction | PersonMoment): number {
  if ('contactedAt' in happened) return happened.contactedAt.getTime();
  return (happened.at ?? instantOn(happened.on)).getTime();
}

function dayOfOne(happened: Interaction | PersonMoment) {
  return 'contactedAt' in happened ? dayOf(happened.contactedAt) : happened.on;
}

function Beneath({ contact }: { readonly contact: Interaction }) {
  const t = useText();
  const marks = [
    contact.recordedBy?.name,
    contact.imported ? t(texts.imported) : undefined,
    contact.earlierVersions > 0 ? `${t(texts.versions)} ${contact.earlierVersions}` : undefined,
  ];
  return marks.filter(Boolean).join(' · ');
}
