import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { Endpoint } from '../../contract/index.ts';
import { keyOf } from './use-answer.ts';

let channel: BroadcastChannel | undefined;
function otherTabs(): BroadcastChannel {
  channel ??= new BroadcastChannel('yilu.written');
  return channel;
}

/** Tells the console's other tabs that a write made answers of these endpoints old; what is merely read anew is nobody's news. */
export function tellOtherTabs(endpoints: readonly Endpoint[]): void {
  if (endpoints.length > 0) otherTabs().postMessage(endpoints.map(keyOf));
}

/** After a write that is not a `useAsk`: answers of these endpoints are old here and in the console's other tabs. */
export function useWritten() {
  const client = useQueryClient();
  return useCallback(
    (...endpoints: readonly Endpoint[]) => {
      tellOtherTabs(endpoints);
      for (const each of endpoints) void client.invalidateQueries({ queryKey: keyOf(each) });
    },
    [client],
  );
}

/** Hears what other tabs wrote: a tab in sight asks again at once, one behind others when it is looked at. */
export function useOtherTabs(): void {
  const client = useQueryClient();
  useEffect(() => {
    const hear = ({ data }: MessageEvent<readonly ReturnType<typeof keyOf>[]>) => {
      const refetchType = document.hidden ? 'none' : 'active';
      for (const queryKey of data) void client.invalidateQueries({ queryKey, refetchType });
    };
    const tabs = otherTabs();
    tabs.addEventListener('message', hear);
    return () => tabs.removeEventListener('message', hear);
  }, [client]);
}
