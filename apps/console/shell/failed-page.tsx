import { EmptyState, ErrorState, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { texts } from './texts.ts';

/** A page that broke. After an upgrade its old parts are gone from the server: reloading is the cure. */
export function FailedPage({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const t = useText();
  if (/dynamically imported module|Importing a module script failed/i.test(error.message))
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
