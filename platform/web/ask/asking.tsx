import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { isPassing } from './ask-error.ts';
import { useOtherTabs } from './other-tabs.ts';

/** Around every face: keeps the answers. A read is repeated once when no answer came; refusals are never repeated. */
export function Asking({ children }: { readonly children: ReactNode }) {
  const [client] = useState(newClient);
  return (
    <QueryClientProvider client={client}>
      <OtherTabs />
      {children}
    </QueryClientProvider>
  );
}

function OtherTabs() {
  useOtherTabs();
  return null;
}

function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (times, error) => times < 1 && isPassing(error),
        retryDelay: 600,
        refetchOnWindowFocus: true,
        // The browser's idea of offline is often wrong behind an office's proxy: ask, and see.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
