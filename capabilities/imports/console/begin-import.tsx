import { useGo, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { importsPage } from './index.ts';
import { texts } from './text.ts';

/** In a book that is still empty: the way to one's spreadsheets. */
export function BeginImport() {
  const t = useText();
  const go = useGo();
  return <Button onClick={() => go(importsPage.path)}>{t(texts.begin)}</Button>;
}
