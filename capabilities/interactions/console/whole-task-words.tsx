import { RevealAskingWhy } from '@yilu/customers/console/reveal-asking-why';
import { useAsk, useText } from '@yilu/platform/web';
import { revealTaskWords } from '../contract/index.ts';

/** What a task says with the phones in it: shown once, and the look is recorded (SEC-09). */
export function WholeTaskWords({ taskId }: { readonly taskId: string }) {
  const t = useText();
  const revealing = useAsk(revealTaskWords);
  if (!revealing.data) {
    return (
      <RevealAskingWhy
        mine={false}
        isPending={revealing.isPending}
        error={revealing.error?.message}
        onReveal={(reason) => revealing.mutate({ taskId, reason })}
      />
    );
  }
  const { title, why, note, words } = revealing.data;
  return (
    <div className="yl-strong">{[title, why, note, words].map((text) => text && <p key={text.zh}>{t(text)}</p>)}</div>
  );
}
