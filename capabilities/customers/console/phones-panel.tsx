import { SidePanel, useAsk, useFormats, useMay, useText } from '@yilu/platform/web';
import { Button, Input } from 'antd';
import { useState } from 'react';
import {
  addPhone,
  changePhone,
  editCustomers,
  type Person,
  type PhoneShown,
  phoneKindTitles,
  removePhone,
} from '../contract/index.ts';
import { PhoneShownOnce } from './phone-shown-once.tsx';
import { texts } from './text.ts';
import { touchedByEdits } from './touched.ts';

interface PhonesPanelProps {
  readonly person: Person;
  readonly mine: boolean;
  readonly onClose: () => void;
}

/** All numbers of a person: which to ring first, which are wrong. */
export function PhonesPanel({ person, mine, onClose }: PhonesPanelProps) {
  const t = useText();
  const canEdit = useMay()(editCustomers);
  return (
    <SidePanel open title={t(texts.phones)} onClose={onClose}>
      <ul className="cu-phones">
        {person.phones.map((phone) => (
          <PhoneLine key={phone.id} person={person} phone={phone} mine={mine} canEdit={canEdit} />
        ))}
      </ul>
      {canEdit && <AddPhone personId={person.id} />}
    </SidePanel>
  );
}

function PhoneLine({
  person,
  phone,
  mine,
  canEdit,
}: {
  person: Person;
  phone: PhoneShown;
  mine: boolean;
  canEdit: boolean;
}) {
  const t = useText();
  const { date } = useFormats();
  const changing = useAsk(changePhone, { invalidates: touchedByEdits });
  const removing = useAsk(removePhone, { invalidates: touchedByEdits });
  const asked = { personId: person.id, phoneId: phone.id };
  const isWrong = phone.wrongSince !== undefined;
  return (
    <li>
      <div className="cu-phone-head">
        <PhoneShownOnce personId={person.id} phone={phone} mine={mine} />
        <span className="yl-foot">
          {[t(phoneKindTitles[phone.kind]), phone.primary && t(texts.primary), phone.note].filter(Boolean).join(' · ')}
        </span>
        {phone.wrongSince && (
          <span className="yl-late">
            {t(texts.wrongSince)} · {date(phone.wrongSince)}
          </span>
        )}
      </div>
      {canEdit && (
        <div className="cu-phone-acts">
          {!phone.primary && !isWrong && (
            <Button size="small" onClick={() => changing.mutate({ ...asked, primary: true })}>
              {t(texts.makePrimary)}
            </Button>
          )}
          <Button size="small" onClick={() => changing.mutate({ ...asked, wrong: !isWrong })}>
            {t(isWrong ? texts.notWrong : texts.wrong)}
          </Button>
          <Button size="small" type="text" onClick={() => removing.mutate(asked)}>
            {t(texts.remove)}
          </Button>
        </div>
      )}
      {(changing.error ?? removing.error) && <p className="yl-late">{(changing.error ?? removing.error)?.message}</p>}
    </li>
  );
}

function AddPhone({ personId }: { readonly personId: string }) {
  const t = useText();
  const [number, setNumber] = useState('');
  const adding = useAsk(addPhone, { invalidates: touchedByEdits, onDone: () => setNumber('') });
  return (
    <form
      className="cu-add"
      onSubmit={(event) => {
        event.preventDefault();
        if (number.trim()) adding.mutate({ personId, number: number.trim() });
      }}
    >
      <Input
        aria-label={t(texts.addPhone)}
        placeholder={t(texts.addPhone)}
        inputMode="tel"
        value={number}
        status={adding.error ? 'error' : ''}
        onChange={(event) => setNumber(event.target.value)}
      />
      <Button htmlType="submit" loading={adding.isPending}>
        {t(texts.add)}
      </Button>
      {adding.error && (
        <p className="yl-late" role="alert">
          {adding.error.message}
        </p>
      )}
    </form>
  );
}
