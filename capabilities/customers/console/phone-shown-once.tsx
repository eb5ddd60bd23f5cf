import { useAsk, useFormats, useMay, useText } from '@yilu/platform/web';
import { Button, Input, Popover } from 'antd';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { type PhoneShown, revealPhone, revealPhones } from '../contract/index.ts';
import { texts } from './text.ts';

interface PhoneShownOnceProps {
  readonly personId: string;
  readonly phone: PhoneShown;
  /** In the own portfolio the reason is preset: one tap. */
  readonly mine: boolean;
}

/** A masked number; the eye shows it whole, once, and the look is recorded (SEC-09). */
export function PhoneShownOnce({ personId, phone, mine }: PhoneShownOnceProps) {
  const t = useText();
  const formats = useFormats();
  const may = useMay();
  const [asksWhy, askWhy] = useState(false);
  const [reason, setReason] = useState('');
  const revealing = useAsk(revealPhone, { onDone: () => askWhy(false) });
  const reveal = () => revealing.mutate({ personId, phoneId: phone.id, reason });

  if (revealing.data) {
    return (
      <a
        className="cu-phone yl-num"
        href={`tel:${revealing.data.number}`}
        aria-label={`${t(texts.dial)} ${revealing.data.number}`}
      >
        {revealing.data.number}
      </a>
    );
  }
  const masked = <span className="cu-phone yl-num">{formats.phone(phone.masked)}</span>;
  if (!may(revealPhones)) return masked;
  return (
    <span className="cu-phone-line">
      {masked}
      <Popover
        open={asksWhy}
        onOpenChange={(open) => askWhy(open && !mine)}
        trigger="click"
        content={
          <form
            className="cu-why"
            onSubmit={(event) => {
              event.preventDefault();
              reveal();
            }}
          >
            <label htmlFor={`why-${phone.id}`}>{t(texts.revealWhy)}</label>
            <Input
              id={`why-${phone.id}`}
              autoFocus
              value={reason}
              maxLength={200}
              onChange={(event) => setReason(event.target.value)}
            />
            <span className="yl-foot" role="status">
              {revealing.error?.message ?? t(texts.revealNote)}
            </span>
            <Button
              type="primary"
              size="small"
              htmlType="submit"
              loading={revealing.isPending}
              disabled={reason.trim().length < 2}
            >
              {t(texts.reveal)}
            </Button>
          </form>
        }
      >
        <Button
          type="text"
          size="small"
          icon={<Eye size={15} />}
          aria-label={t(texts.reveal)}
          onClick={mine ? reveal : undefined}
          loading={mine && revealing.isPending}
        />
      </Popover>
      {mine && revealing.error && <span className="yl-late">{revealing.error.message}</span>}
    </span>
  );
}
