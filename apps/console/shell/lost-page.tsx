import { EmptyState, useGo, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { useEffect } from 'react';
import { texts } from './texts.ts';

/** 404. */
export function LostPage() {
  const t = useText();
  const go = useGo();
  useEffect(() => {
    document.title = `${t(texts.lost)} · ${t(texts.name)}`;
  }, [t]);
  return (
    <main className="yl-lonely">
      <EmptyState title={t(texts.lost)} action={<Button onClick={() => go('/')}>{t(texts.home)}</Button>}>
        {t(texts.lostWhy)}
      </EmptyState>
    </main>
  );
}
