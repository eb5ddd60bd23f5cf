import { FormRow, PanelSection, SidePanel, useAsk, useCopy, useOutdate, useText } from '@yilu/platform/web';
import { Button, Input, QRCode } from 'antd';
import { Copy, KeyRound } from 'lucide-react';
import { useState } from 'react';
import {
  confirmSecondFactor,
  offerSecondFactor,
  readMe,
  removeSecondFactor,
  renewBackupCodes,
} from '../contract/index.ts';
import { ShownOnce } from './shown-once.tsx';
import { door, own } from './text.ts';

type Doing = 'setUp' | 'remove' | 'renew';

/** The authenticator: set up, turn off, new back-up codes; each asks for the password first. */
export function SecondFactorSection({ isOn }: { readonly isOn: boolean }) {
  const t = useText();
  const [doing, setDoing] = useState<Doing>();
  const [codes, setCodes] = useState<readonly string[]>();
  const outdate = useOutdate();
  const close = () => setDoing(undefined);
  const show = (answer: { codes: string[] }) => {
    setCodes(answer.codes);
    close();
  };
  return (
    <PanelSection title={t(own.second)} note={isOn ? t(own.secondOn) : undefined}>
      {!isOn && <p className="yl-quiet">{t(own.secondOff)}</p>}
      <div className="yl-id-acts">
        {isOn ? (
          <>
            <Button onClick={() => setDoing('renew')}>{t(own.renew)}</Button>
            <Button onClick={() => setDoing('remove')}>{t(own.remove)}</Button>
          </>
        ) : (
          <Button onClick={() => setDoing('setUp')}>{t(own.setUp)}</Button>
        )}
      </div>
      <SidePanel open={doing === 'setUp'} title={t(own.second)} onClose={close}>
        <SetUp onDone={show} />
      </SidePanel>
      <SidePanel open={doing === 'renew'} title={t(own.renew)} onClose={close}>
        <Renew onDone={show} />
      </SidePanel>
      <SidePanel open={doing === 'remove'} title={t(own.remove)} onClose={close}>
        <Remove onDone={close} />
      </SidePanel>
      <ShownOnce
        title={t(own.codesTitle)}
        note={t(own.codesNote)}
        secrets={codes}
        closing={t(own.kept)}
        onClose={() => {
          setCodes(undefined);
          outdate(readMe);
        }}
      />
    </PanelSection>
  );
}

function SetUp({ onDone }: { readonly onDone: (answer: { codes: string[] }) => void }) {
  const t = useText();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const copy = useCopy();
  const offering = useAsk(offerSecondFactor);
  const confirming = useAsk(confirmSecondFactor, { onDone });
  const offer = offering.data;
  if (!offer)
    return (
      <form
        className="yl-id-form"
        onSubmit={(event) => {
          event.preventDefault();
          offering.mutate({ password });
        }}
      >
        <PasswordRow value={password} onChange={setPassword} error={offering.error?.message} />
        <Button type="primary" htmlType="submit" loading={offering.isPending} disabled={password === ''}>
          {t(door.next)}
        </Button>
      </form>
    );
  return (
    <form
      className="yl-id-form"
      onSubmit={(event) => {
        event.preventDefault();
        confirming.mutate({ code });
      }}
    >
      <p>{t(own.scan)}</p>
      {/* Authenticators read dark on light only, in the dark theme too. */}
      <QRCode aria-label={t(own.scan)} value={offer.uri} size={200} color="#15191c" bgColor="#ffffff" />
      <p className="yl-quiet">
        {t(own.typeIn)} <code>{offer.secret}</code>
      </p>
      {/* Whoever sets it up on the telephone that holds the authenticator cannot scan their own screen. */}
      <div className="yl-id-here">
        <Button href={offer.uri} icon={<KeyRound size={14} aria-hidden="true" />}>
          {t(own.openHere)}
        </Button>
        <Button icon={<Copy size={14} aria-hidden="true" />} onClick={() => copy(offer.secret.replaceAll(' ', ''))}>
          {t(own.copySecret)}
        </Button>
      </div>
      <CodeRow autoFocus label={t(own.thenCode)} value={code} onChange={setCode} error={confirming.error?.message} />
      <Button type="primary" htmlType="submit" loading={confirming.isPending} disabled={code.trim().length < 6}>
        {t(own.setUp)}
      </Button>
    </form>
  );
}

function Renew({ onDone }: { readonly onDone: (answer: { codes: string[] }) => void }) {
  const t = useText();
  const [password, setPassword] = useState('');
  const renewing = useAsk(renewBackupCodes, { onDone });
  return (
    <form
      className="yl-id-form"
      onSubmit={(event) => {
        event.preventDefault();
        renewing.mutate({ password });
      }}
    >
      <PasswordRow value={password} onChange={setPassword} error={renewing.error?.message} />
      <Button type="primary" htmlType="submit" loading={renewing.isPending} disabled={password === ''}>
        {t(own.renew)}
      </Button>
    </form>
  );
}

function Remove({ onDone }: { readonly onDone: () => void }) {
  const t = useText();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const removing = useAsk(removeSecondFactor, { onDone, invalidates: [readMe] });
  const fields = removing.error?.fields ?? {};
  return (
    <form
      className="yl-id-form"
      onSubmit={(event) => {
        event.preventDefault();
        removing.mutate({ password, code });
      }}
    >
      <PasswordRow value={password} onChange={setPassword} error={fields.password} />
      <CodeRow
        label={t(door.code)}
        value={code}
        onChange={setCode}
        error={fields.code ?? (fields.password ? undefined : removing.error?.message)}
      />
      <Button htmlType="submit" loading={removing.isPending} disabled={password === '' || code.trim().length < 6}>
        {t(own.remove)}
      </Button>
    </form>
  );
}

interface RowProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

function PasswordRow({ value, onChange, error }: RowProps) {
  const t = useText();
  return (
    <FormRow label={t(own.confirmPassword)} error={error}>
      <Input.Password
        autoFocus
        autoComplete="current-password"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </FormRow>
  );
}

interface CodeRowProps extends RowProps {
  readonly label: string;
  readonly autoFocus?: boolean;
}

function CodeRow({ label, autoFocus = false, value, onChange, error }: CodeRowProps) {
  return (
    <FormRow label={label} error={error}>
      <Input
        autoFocus={autoFocus}
        autoComplete="one-time-code"
        inputMode="numeric"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </FormRow>
  );
}
