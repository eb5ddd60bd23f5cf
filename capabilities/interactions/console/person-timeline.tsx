import type { OfPerson } from '@yilu/customers/console';
import { dayOf } from '@yilu/platform/contract';
import { EmptyState, ErrorState, LoadingState, Timeline, useFormats, usePages, useText } from '@yilu/platform/web';
import { Button, Select } from 'antd';
import {
  CalendarCheck,
  DoorOpen,
  House,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessageSquare,
  Phone,
  PhoneIncoming,
  Users,
} from 'lucide-react';
import { useState } from 'react';
import {
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

/** Everything said with this person, newest first, filtered by kind (DOS-32). */
export function PersonTimeline({ personId, panels }: OfPerson) {
  const t = useText();
  const formats = useFormats();
  const [kinds, choose] = useState<InteractionKind[]>([]);
  const [openId, open] = useState<string | undefined>();
  const came = PersonTimelinePanel.safeParse(panels.timeline);
  const { rows, error, hasMore, more, again, isLoadingMore } = usePages(
    timelineOfPerson,
    { personId, limit: 20, ...(kinds.length > 0 && { kinds: kinds.join(',') }) },
    { first: kinds.length === 0 && came.success ? came.data : undefined },
  );

  if (error) return <ErrorState small error={error} title={t(texts.notLoaded)} onRetry={again} />;
  if (!rows) return <LoadingState rows={4} />;
  return (
    <>
      <WaitingHere personId={personId} />
      <Select
        mode="multiple"
        allowClear
        size="small"
        className="in-filter"
        aria-label={t(texts.kind)}
        placeholder={t(texts.all)}
        value={kinds}
        onChange={choose}
        options={interactionKinds.map((value) => ({ value, label: t(kindTitles[value]) }))}
      />
      {rows.length === 0 ? (
        <EmptyState small title={t(texts.noContacts)} />
      ) : (
        <Timeline
          label={t(texts.timeline)}
          entries={rows.map((contact, at) => {
            const day = dayOf(contact.contactedAt);
            const above = rows[at - 1];
            return {
              id: contact.id,
              day: above && dayOf(above.contactedAt) === day ? undefined : formats.column(day),
              time: formats.clock(contact.contactedAt),
              icon: icons[contact.kind],
              kind: t(kindTitles[contact.kind]),
              title: <Words contact={contact} />,
              second: <Beneath contact={contact} />,
              onOpen: () => open(contact.id),
            };
          })}
          {...(hasMore && {
            foot: (
              <Button type="link" size="small" loading={isLoadingMore} onClick={more}>
                {t(texts.more)}
              </Button>
            ),
          })}
        />
      )}
      {openId && <RecordPanel key={openId} contactId={openId} onClose={() => open(undefined)} />}
    </>
  );
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
