import { ringPerson } from '@yilu/customers/contract';
import { Keys, SidePanel, useAsk, useCopy, useFormats, useIsPhone, useShortcut, useText } from '@yilu/platform/web';
import { Button, Input, Popover } from 'antd';
import { Copy, NotebookPen, Phone } from 'lucide-react';
import { useState } from 'react';
import { texts } from './text.ts';
import './dial.css';

interface DialProps {
  readonly personId: string;
  readonly name: string;
  /** In the open line with its key, or in a line that is late. */
  readonly look: 'open' | 'late';
  /** What was said is written down next. */
  readonly onRecord: () => void;
}

/** Where no reason is preset, these need no typing (SEC-09). */
const reasons = [texts.asAgreed, texts.onRequest, texts.forColleague];

/**
 * Ringing somebody: one tap shows the number, recorded and limited like every look at one; a telephone begins to ring, at a
 * desk it is there to dial or copy. Then what was said can be written down.
 */
export function Dial({ personId, name, look, onRecord }: DialProps) {
  const t = useText();
  const isPhone = useIsPhone();
  const [open, setOpen] = useState(false);
  const ringing = useAsk(ringPerson, {
    onDone: ({ number }) => {
      if (isPhone) window.location.assign(`tel:${number}`);
    },
  });
  const close = () => {
    setOpen(false);
    // The next look is asked for, and recorded, anew.
    ringing.reset();
  };
  const ring = () => {
    if (ringing.isPending) return;
    setOpen(true);
    ringing.mutate({ personId, reason: '' });
  };
  const toggle = () => (open ? close() : ring());
  useShortcut('d', toggle, { when: look === 'open' });

  const icon = <Phone size={14} aria-hidden="true" />;
  const label = t(look === 'late' ? texts.ringNow : texts.ring);
  const button =
    look === 'late' ? (
      <Button size="small" variant="filled" color="primary" icon={icon} onClick={toggle}>
        {label}
      </Button>
    ) : (
      <Button type={isPhone ? 'default' : 'text'} icon={icon} aria-label={isPhone ? label : undefined} onClick={toggle}>
        {isPhone ? undefined : (
          <>
            {label} <Keys of="d" />
          </>
        )}
      </Button>
    );
  const content = open && (
    <Ringing
      number={ringing.data?.number}
      error={ringing.error}
      isPending={ringing.isPending}
      onReason={(reason) => ringing.mutate({ personId, reason })}
      onRecord={() => {
        close();
        onRecord();
      }}
    />
  );
  if (isPhone) {
    return (
      <>
        {button}
        {open && (
          <SidePanel open title={`${t(texts.ring)} · ${name}`} onClose={close}>
            {content}
          </SidePanel>
        )}
      </>
    );
  }
  return (
    <Popover
      open={open}
      onOpenChange={(next) => !next && close()}
      trigger="click"
      placement="bottomRight"
      title={name}
      content={content}
    >
      {button}
    </Popover>
  );
}

interface RingingProps {
  readonly number: string | undefined;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly isPending: boolean;
  readonly onReason: (reason: string) => void;
  readonly onRecord: () => void;
}

function Ringing({ number, error, isPending, onReason, onRecord }: RingingProps) {
  const t = useText();
  if (number) return <Shown number={number} onRecord={onRecord} />;
  if (error?.code === 'customers.reason_needed') return <Reason isPending={isPending} onReason={onReason} />;
  if (error) {
    return (
      <p className="yl-late in-dial" role="alert">
        {error.message}
      </p>
    );
  }
  return (
    <p className="yl-quiet in-dial" role="status">
      {t(texts.fetchingNumber)}
    </p>
  );
}

function Shown({ number, onRecord }: { readonly number: string; readonly onRecord: () => void }) {
  const t = useText();
  const copy = useCopy();
  const formats = useFormats();
  return (
    <div className="in-dial" role="status">
      <a className="in-dial-number yl-num" href={`tel:${number}`}>
        {formats.phone(number)}
      </a>
      <div className="in-dial-acts">
        <Button icon={<Copy size={14} aria-hidden="true" />} onClick={() => copy(number, t(texts.numberCopied))}>
          {t(texts.copyNumber)}
        </Button>
        <Button type="primary" autoFocus icon={<NotebookPen size={14} aria-hidden="true" />} onClick={onRecord}>
          {t(texts.record)}
        </Button>
      </div>
      <span className="yl-foot">{t(texts.lookRecorded)}</span>
    </div>
  );
}

function Reason({ isPending, onReason }: { readonly isPending: boolean; readonly onReason: (reason: string) => void }) {
  const t = useText();
  const [reason, setReason] = useState('');
  return (
    <form
      className="in-dial"
      onSubmit={(event) => {
        event.preventDefault();
        onReason(reason.trim());
      }}
    >
      <span>{t(texts.whyRing)}</span>
      <div className="in-dial-acts">
        {reasons.map((preset, at) => (
          <Button key={preset.zh} autoFocus={at === 0} disabled={isPending} onClick={() => onReason(t(preset))}>
            {t(preset)}
          </Button>
        ))}
      </div>
      <div className="in-dial-acts">
        <Input
          aria-label={t(texts.otherReason)}
          placeholder={t(texts.otherReason)}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="primary" htmlType="submit" loading={isPending} disabled={reason.trim().length < 2}>
          {t(texts.ring)}
        </Button>
      </div>
      <span className="yl-foot">{t(texts.lookRecorded)}</span>
    </form>
  );
}
