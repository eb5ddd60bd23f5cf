import { signOut } from '@yilu/identity/contract';
import { forget, forgetAccount, later, useAsk, useText, useToast, useViewer, useWaiting } from '@yilu/platform/web';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { texts } from './texts.ts';

const LeaveDialog = later(async () => (await import('./leave-dialog.tsx')).LeaveDialog);

/** Signing out takes along all that this device keeps of the account; what was not sent yet is said before. */
export function SignOut() {
  const t = useText();
  const tell = useToast();
  const { accountId } = useViewer();
  const unsent = useWaiting().filter(({ state }) => state !== 'sent').length;
  const [isAsking, ask] = useState(false);
  const leaving = useAsk(signOut, {
    onDone: () => {
      forgetAccount();
      // The page is loaded anew, so that no answer of the last person stays in memory.
      void forget(accountId).finally(() => window.location.assign('/'));
    },
  });
  const leave = () => {
    ask(false);
    leaving.mutate({}, { onError: (error) => tell({ message: error.message, failed: true }) });
  };
  return (
    <>
      <button type="button" className="yl-plain yl-nav-line" onClick={() => (unsent > 0 ? ask(true) : leave())}>
        <LogOut size={16} aria-hidden="true" />
        {t(texts.signOut)}
      </button>
      {isAsking && <LeaveDialog unsent={unsent} onLeave={leave} onStay={() => ask(false)} />}
    </>
  );
}
