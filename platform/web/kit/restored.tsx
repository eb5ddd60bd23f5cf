import { Button } from 'antd';
import { useText } from '../text/language.ts';
import './restored.css';

const texts = {
  restored: { zh: '接着上次没写完的。', en: 'Going on from where you stopped.' },
  startAgain: { zh: '重新写', en: 'Start again' },
};

/** What is in the form was written before the page ended. */
export function Restored({ onAgain }: { readonly onAgain: () => void }) {
  const t = useText();
  return (
    <p className="yl-restored" role="status">
      {t(texts.restored)}
      <Button type="link" size="small" onClick={onAgain}>
        {t(texts.startAgain)}
      </Button>
    </p>
  );
}
