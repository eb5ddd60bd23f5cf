import { Link, PageHeader, PanelSlot, pathTo, useFormats, useGo, useMay, useText } from '@yilu/platform/web';
import { roomAddress } from '@yilu/properties/console';
import { Button, Dropdown } from 'antd';
import { House, MoreHorizontal, Pencil, Phone, Printer } from 'lucide-react';
import { useState } from 'react';
import {
  editCustomers,
  mergeCustomers,
  type PersonView,
  partyRoleTitles,
  type RoomParty,
  sexTitles,
} from '../contract/index.ts';
import { cardAddress } from './addresses.ts';
import { FieldHistory } from './field-history.tsx';
import { MergePanel } from './merge-panel.tsx';
import { PhoneShownOnce } from './phone-shown-once.tsx';
import { type OfPerson, personActions, personLabels } from './slots.ts';
import { texts } from './text.ts';

interface PersonHeadProps {
  readonly view: PersonView;
  readonly about: OfPerson;
  readonly onEdit: () => void;
  readonly onPhones: () => void;
}

/** Who it is, where they live, what the labels say, and what can be done. */
export function PersonHead({ view: { person, homes, mine }, about, onEdit, onPhones }: PersonHeadProps) {
  const t = useText();
  const may = useMay();
  const go = useGo();
  const [open, show] = useState<'merge' | 'history' | undefined>();
  const phone = person.phones.find(({ wrongSince }) => wrongSince === undefined);
  const facts = [
    person.sex && t(sexTitles[person.sex]),
    person.age !== undefined && `${person.age} ${t(texts.age)}`,
    person.kind === 'company' && t(texts.company),
  ].filter(Boolean);
  const living = homes.filter(({ endedOn }) => endedOn === undefined);

  return (
    <PageHeader
      title={person.name}
      lead={
        <span className="cu-avatar" aria-hidden="true">
          {[...person.name][0]}
        </span>
      }
      note={
        <div className="cu-who">
          <div className="cu-who-line">
            {facts.length > 0 && <span>{facts.join(' · ')}</span>}
            {phone ? (
              <PhoneShownOnce personId={person.id} phone={phone} mine={mine} />
            ) : (
              <button type="button" className="yl-plain cu-link" onClick={onPhones}>
                {t(texts.addPhone)}
              </button>
            )}
          </div>
          {living.length > 0 && <Homes homes={living} />}
        </div>
      }
      actions={
        <>
          {may(editCustomers) && (
            <Button icon={<Pencil size={16} />} onClick={onEdit}>
              {t(texts.edit)}
            </Button>
          )}
          <Button icon={<Printer size={16} />} onClick={() => go(pathTo(cardAddress, { personId: person.id }))}>
            {t(texts.card)}
          </Button>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'phones', label: t(texts.phones), icon: <Phone size={14} />, onClick: onPhones },
                { key: 'history', label: t(texts.history), onClick: () => show('history') },
                ...(may(mergeCustomers) ? [{ key: 'merge', label: t(texts.merge), onClick: () => show('merge') }] : []),
              ],
            }}
          >
            <Button icon={<MoreHorizontal size={16} />} aria-label={t(texts.more)} />
          </Dropdown>
          <PanelSlot slot={personActions} {...about} />
        </>
      }
    >
      <div className="cu-labels">
        <PanelSlot slot={personLabels} {...about} />
      </div>
      {open === 'merge' && <MergePanel person={person} onClose={() => show(undefined)} />}
      {open === 'history' && <FieldHistory personId={person.id} title={person.name} onClose={() => show(undefined)} />}
    </PageHeader>
  );
}

function Homes({ homes }: { readonly homes: readonly RoomParty[] }) {
  const t = useText();
  const { percent } = useFormats();
  return (
    <div className="cu-who-line">
      <House size={14} aria-hidden="true" />
      {homes.map((home) => (
        <span key={home.id}>
          <Link to={pathTo(roomAddress, { roomId: home.roomId })} className="yl-room">
            {home.roomLabel}
          </Link>{' '}
          {t(partyRoleTitles[home.role])}
          {home.share !== undefined && home.share < 1 && ` ${percent(home.share)}`}
        </span>
      ))}
    </div>
  );
}
