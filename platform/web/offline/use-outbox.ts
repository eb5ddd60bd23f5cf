import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useViewer } from '../pages/viewer.tsx';
import { type Outbox, outboxOf } from './outbox.ts';
import { firstWaiting, type WaitingRecord } from './outbox-rules.ts';
import { canKeep } from './vault.ts';

const none: readonly WaitingRecord[] = [];
const never = () => () => {};

/** What the signed-in account wrote here and the server may not have yet; undefined where the device keeps nothing. */
export function useOutbox(): Outbox | undefined {
  const { accountId } = useViewer();
  return useMemo(() => (canKeep() ? outboxOf(accountId) : undefined), [accountId]);
}

/** In the order of writing; empty until read. */
export function useWaiting(): readonly WaitingRecord[] {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox?.subscribe ?? never, () => outbox?.records() ?? none);
}

/** The record that a form was opened with, to mend it: `undefined` until read, `null` when it is not there any more. */
export function useWaitingRecord(id: string | undefined): WaitingRecord | null | undefined {
  const outbox = useOutbox();
  const [found, setFound] = useState<{ readonly id: string; readonly record: WaitingRecord | null }>();
  useEffect(() => {
    if (!outbox || !id) return;
    let isGone = false;
    void outbox.find(id).then((record) => isGone || setFound({ id, record: record ?? null }));
    return () => {
      isGone = true;
    };
  }, [outbox, id]);
  if (!outbox || !id) return null;
  return found?.id === id ? found.record : undefined;
}

/** Sends what waits whenever there is hope: on coming here, on getting a network, on looking at the page, and in time. */
export function useSending(): void {
  const outbox = useOutbox();
  const records = useWaiting();
  const client = useQueryClient();

  useEffect(() => {
    if (!outbox) return;
    const send = () => void outbox.flush({ evenBefore: true });
    const look = () => document.visibilityState === 'visible' && send();
    send();
    window.addEventListener('online', send);
    window.addEventListener('focus', send);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('online', send);
      window.removeEventListener('focus', send);
      document.removeEventListener('visibilitychange', look);
    };
  }, [outbox]);

  // What is shown while there is no network is old by the time there is one.
  useEffect(() => {
    const refresh = () => void client.invalidateQueries();
    window.addEventListener('online', refresh);
    return () => window.removeEventListener('online', refresh);
  }, [client]);

  const sent = records.filter(({ state }) => state === 'sent').length;
  useEffect(() => {
    if (sent > 0) void client.invalidateQueries();
  }, [sent, client]);

  const next = firstWaiting(records, Date.now())?.nextTryAt;
  useEffect(() => {
    if (next === undefined || !outbox) return;
    const timer = setTimeout(() => void outbox.flush(), Math.max(1_000, next - Date.now()));
    return () => clearTimeout(timer);
  }, [next, outbox]);
}
