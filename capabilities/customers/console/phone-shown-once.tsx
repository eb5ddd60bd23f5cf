import { useAsk, useFormats, useMay, useText } from '@yilu/platform/web';
import { type PhoneShown, revealPhone, revealPhones } from '../contract/index.ts';
import { RevealAskingWhy } from './reveal-asking-why.tsx';
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
  const revealing = useAsk(revealPhone);

  if (revealing.data) {
    const { number, note } = revealing.data;
    return (
      <>
        <a className="cu-phone yl-num" href={`tel:${number}`} aria-label={`${t(texts.dial)} ${number}`}>
          {number}
        </a>
        {note !== undefined && note !== phone.note && <span className="yl-quiet"> {note}</span>}
      </>
    );
  }
  const masked = <span className="cu-phone yl-num">{formats.phone(phone.masked)}</span>;
  if (!may(revealPhones)) return masked;
  return (
    <span className="cu-phone-line">
      {masked}
      <RevealAskingWhy
        mine={mine}
        isPending={revealing.isPending}
        error={revealing.error?.message}
        onReveal={(reason) => revealing.mutate({ personId, phoneId: phone.id, reason })}
      />
    </span>
  );
}
