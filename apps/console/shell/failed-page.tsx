import { EmptyState, ErrorState, useOnline, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { texts } from './texts.ts';

/** A page that broke. Without a network its parts were never fetched; after an upgrade the old ones are gone from the server. */
export function FailedPage({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const t = useText();
  const isOnline = useOnline();
  if (!isMissing(error)) return <ErrorState title={t(texts.failed)} error={error} onRetry={onRetry} />;
  if (!isOnline) return <EmptyState title={t(texts.notFetched)}>{t(texts.notFetchedWhy)}</EmptyState>;
  return <PartsMissing />;
}

/** A part that could not be fetched stays missing in the browser until the page is loaded anew, so that is what "again" does. */
function PartsMissing() {
  const t = useText();
  const answers = useServerAnswers();
  if (answers === undefined) return null;
  return (
    <EmptyState
      title={t(answers ? texts.upgraded : texts.unreachable)}
      action={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t(answers ? texts.reload : texts.again)}
        </Button>
      }
    >
      {t(answers ? texts.upgradedWhy : texts.unreachableWhy)}
    </EmptyState>
  );
}

/** The words of Chromium, Firefox and Safari, and Vite's for a style sheet. */
function isMissing({ message }: Error): boolean {
  return /dynamically imported module|Importing a module script failed|Unable to preload CSS/i.test(message);
}

/** Whether the server is there at all; nothing until that is known. Once it is there again, the page comes by itself. */
function useServerAnswers(): boolean | undefined {
  const [answers, tell] = useState<boolean>();
  useEffect(() => {
    if (answers === undefined) void serverAnswers().then(tell);
    if (answers !== false) return;
    const timer = setInterval(async () => {
      if (await serverAnswers()) window.location.reload();
    }, 5_000);
    return () => clearInterval(timer);
  }, [answers]);
  return answers;
}

function serverAnswers(): Promise<boolean> {
  return fetch('/api/health').then(
    ({ ok }) => ok,
    () => false,
  );
}
