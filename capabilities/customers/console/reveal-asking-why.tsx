import { useText } from '@yilu/platform/web';
import { Button, Input, Popover } from 'antd';
import { Eye } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { texts } from './text.ts';

interface RevealAskingWhyProps {
  /** In the own portfolio the reason is preset: one tap. */
  readonly mine: boolean;
  readonly isPending: boolean;
  readonly error: string | undefined;
  readonly onReveal: (reason: string) => void;
}

/** The eye beside something masked: it asks why where that is not preset, since each look is recorded (SEC-09). */
export function RevealAskingWhy({ mine, isPending, error, onReveal }: RevealAskingWhyProps) {
  const t = useText();
  const id = useId();
  const eye = useRef<HTMLButtonElement>(null);
  const [asksWhy, askWhy] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <>
      <Popover
        open={asksWhy}
        onOpenChange={(open) => askWhy(open && !mine)}
        trigger="click"
        afterOpenChange={(open) => {
          if (open) document.getElementById(id)?.focus();
          else if (document.activeElement === document.body || document.activeElement?.id === id) eye.current?.focus();
        }}
        content={
          <form
            className="cu-why"
            onSubmit={(event) => {
              event.preventDefault();
              onReveal(reason);
            }}
          >
            <label htmlFor={id}>{t(texts.revealWhy)}</label>
            <Input id={id} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
            <span className="yl-foot" role="status">
              {error ?? t(texts.revealNote)}
            </span>
            <Button
              type="primary"
              size="small"
              htmlType="submit"
              loading={isPending}
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
          ref={eye}
          onClick={mine ? () => onReveal('') : undefined}
          loading={mine && isPending}
        />
      </Popover>
      {mine && error && <span className="yl-late">{error}</span>}
    </>
  );
}
