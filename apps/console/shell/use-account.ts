import { type Me, readMe } from '@yilu/identity/contract';
import {
  askAs,
  forgetAccount,
  onAccountChanged,
  onSomeoneElse,
  rememberAccount,
  rememberAnswer,
} from '@yilu/platform/web';
import { useEffect, useLayoutEffect } from 'react';

/**
 * From here on this window asks, writes and keeps for one account. When another account takes the device over, in this
 * window or another, the page is loaded anew, so that nothing of the one is seen or sent by the other.
 */
export function useAccount(me: Me | undefined, isSignedOut: boolean): void {
  // Before the page asks its first question.
  useLayoutEffect(() => {
    if (!me || isSignedOut) return;
    askAs(me.id);
    rememberAccount(me.id);
    if (navigator.onLine) rememberAnswer(readMe, {}, me);
  }, [me, isSignedOut]);
  useEffect(() => {
    if (isSignedOut) forgetAccount();
  }, [isSignedOut]);
  useEffect(() => onSomeoneElse(() => window.location.reload()), []);
  useEffect(() => onAccountChanged((now) => me && now !== me.id && window.location.reload()), [me]);
}
