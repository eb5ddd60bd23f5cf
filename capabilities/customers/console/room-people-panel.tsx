import {
  EmptyState,
  ErrorState,
  Link,
  LoadingState,
  pathTo,
  useAnswer,
  useAsk,
  useFormats,
  useMay,
  useText,
} from '@yilu/platform/web';
import { Button, Dropdown } from 'antd';
import { MoreHorizontal, Plus } from 'lucide-react';
import { useState } from 'react';
import {
  changeParty,
  editCustomers,
  endParty,
  partyRoleTitles,
  type RoomParty,
  roomPeople,
} from '../contract/index.ts';
import { AddPartyPanel } from './add-party-panel.tsx';
import { personAddress } from './addresses.ts';
import { texts } from './text.ts';
import { touchedByEdits } from './touched.ts';
import { TransferPanel } from './transfer-panel.tsx';
import './customers.css';

/** Who owns, lives in or rents a room, on the room's page (DOS-53). */
export function RoomPeoplePanel({ roomId }: { readonly roomId: string }) {
  const t = useText();
  const canEdit = useMay()(editCustomers);
  const [showsFormer, showFormer] = useState(false);
  const [open, show] = useState<'add' | 'transfer' | undefined>();
  const { data, error, refetch } = useAnswer(
    roomPeople,
    { roomId, ...(showsFormer && { ended: 'true' }) },
    { keep: true },
  );
  if (error) return <ErrorState small error={error} onRetry={refetch} />;
  if (!data) return <LoadingState rows={3} />;
  const hasOwner = data.parties.some(({ role, endedOn }) => role === 'owner' && endedOn === undefined);
  return (
    <div>
      {data.parties.length === 0 && <EmptyState small title={t(texts.nobodyHere)} />}
      <ul>
        {data.parties.map((party) => (
          <PartyLine key={party.id} party={party} canEdit={canEdit} />
        ))}
      </ul>
      <div className="cu-phone-acts">
        {canEdit && (
          <Button size="small" icon={<Plus size={14} />} onClick={() => show('add')}>
            {t(texts.addParty)}
          </Button>
        )}
        {canEdit && hasOwner && (
          <Button size="small" onClick={() => show('transfer')}>
            {t(texts.transfer)}
          </Button>
        )}
        <Button size="small" type="text" aria-pressed={showsFormer} onClick={() => showFormer(!showsFormer)}>
          {t(texts.former)}
        </Button>
      </div>
      {open === 'add' && <AddPartyPanel roomId={roomId} onClose={() => show(undefined)} />}
      {open === 'transfer' && <TransferPanel roomId={roomId} version={data.version} onClose={() => show(undefined)} />}
    </div>
  );
}

function PartyLine({ party, canEdit }: { readonly party: RoomParty; readonly canEdit: boolean }) {
  const t = useText();
  const { date, percent, today } = useFormats();
  const ending = useAsk(endParty, { invalidates: touchedByEdits });
  const changing = useAsk(changeParty, { invalidates: touchedByEdits });
  const { id, version } = party;
  const refusal = ending.error ?? changing.error;
  const facts = [
    t(partyRoleTitles[party.role]),
    party.share !== undefined && percent(party.share),
    party.startedOn && `${t(texts.since)} ${date(party.startedOn)}`,
    party.endedOn && `${t(texts.until)} ${date(party.endedOn)}`,
    party.primaryContact && t(texts.contact),
  ].filter(Boolean);
  return (
    <li className="cu-relation">
      <Link className="yl-reach" to={pathTo(personAddress, { personId: party.personId })}>
        {party.personName}
      </Link>
      <span className="yl-quiet">{facts.join(' · ')}</span>
      {refusal && <span className="yl-late">{refusal.message}</span>}
      {canEdit && party.endedOn === undefined && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              {
                key: 'contact',
                label: t(texts.makeContact),
                disabled: party.primaryContact,
                onClick: () => changing.mutate({ partyId: id, version, primaryContact: true }),
              },
              {
                key: 'end',
                label: t(texts.end),
                onClick: () => ending.mutate({ partyId: id, version, endedOn: today }),
              },
            ],
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<MoreHorizontal size={14} />}
            aria-label={`${t(texts.more)} ${party.personName}`}
          />
        </Dropdown>
      )}
    </li>
  );
}
