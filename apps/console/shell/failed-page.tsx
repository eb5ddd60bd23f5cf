import { EmptyState, ErrorState, useOnline, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { texts } from './texts.ts';

/** A page that broke. Without a network its parts were never fetched; after an upgrade the old ones are gone from the server. */
export function FailedPage({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const t = useText();
  const isOnline = useOnline();
  const isMissing = /dynamically imported module|Importing a module script failed/i.test(error.message);
  if (isMissing && !isOnline) return <EmptyState title={t(texts.notFetched)}>{t(texts.notFetchedWhy)}</EmptyState>;
  if (isMissing)
    return (
      <EmptyState
        title={t(texts.upgraded)}
        action={
          <Button type="primary" onClick={() => window.location.reload()}>
            {t(texts.reload)}
          </Button>
        }
      >
        {t(texts.upgradedWhy)}
      </EmptyState>
    );
  return <ErrorState title={t(texts.failed)} error={error} onRetry={onRetry} />;
}
