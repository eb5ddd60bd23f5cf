import { useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { texts } from './text.ts';

/** What is in the form was written before the page ended. */
export function Restored({ onAgain }: { readonly onAgain: () => void }) {
  const t = useText();
  return (
    <p className="in-restored" role="status">
      {t(texts.restored)}
      <Button type="link" size="small" onClick={onAgain}>
        {t(texts.startAgain)}
      </Button>
    </p>
  );
}
