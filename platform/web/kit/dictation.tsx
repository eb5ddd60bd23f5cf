import { Mic, Square } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { canDictate, type DictationFault, useDictation } from '../pages/use-dictation.ts';
import { useText } from '../text/language.ts';
import './dictation.css';

const texts = {
  speak: { zh: '用说的', en: 'Speak' },
  stop: { zh: '说完了', en: 'Done speaking' },
  listening: { zh: '在听，边说边写。声音不保存', en: 'Listening, writing as you speak. No sound is kept' },
};
const faults = {
  missing: {
    zh: '这个浏览器不会听写，请用键盘上的话筒键说。',
    en: 'This browser cannot take dictation; use the microphone key of your keyboard.',
  },
  refused: {
    zh: '话筒没有打开：请在浏览器的网站设置里允许使用话筒，或用键盘上的话筒键说。',
    en: 'The microphone is closed: allow it in the browser’s site settings, or use the microphone key of your keyboard.',
  },
  noService: {
    zh: '现在听写不了，多半是没有信号。请用键盘上的话筒键说。',
    en: 'Dictation does not work now, most likely for want of a signal; use the microphone key of your keyboard.',
  },
  nothingHeard: { zh: '没有听到声音，再按一次说。', en: 'Nothing was heard; press again and speak.' },
} satisfies Record<DictationFault, { zh: string; en: string }>;

interface DictationProps {
  /** Which field it writes into, for readers of a screen: 客户反馈. */
  readonly field: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Begins by itself, when the page was opened in order to speak. */
  readonly atOnce?: boolean;
}

/** Beside a long text: speak, and it is written. A second press ends it. */
export function Dictation({ field, value, onChange, atOnce = false }: DictationProps) {
  const t = useText();
  const { isListening, fault, start, stop } = useDictation({ before: value, hear: onChange });
  const hasBegun = useRef(false);
  useEffect(() => {
    if (!atOnce || hasBegun.current || !canDictate()) return;
    hasBegun.current = true;
    start();
  }, [atOnce, start]);
  const Icon = isListening ? Square : Mic;
  return (
    <span className="yl-dictation">
      <span role="status">
        {isListening ? t(texts.listening) : fault && <span className="yl-soon">{t(faults[fault])}</span>}
      </span>
      <button
        type="button"
        className={isListening ? 'yl-plain yl-dictation-key yl-dictation-on' : 'yl-plain yl-dictation-key'}
        aria-label={`${t(isListening ? texts.stop : texts.speak)}：${field}`}
        aria-pressed={isListening}
        onClick={isListening ? stop : start}
      >
        <Icon size={18} aria-hidden="true" />
        {isListening && t(texts.stop)}
      </button>
    </span>
  );
}
