import { useCallback } from 'react';
import { useText } from '../text/language.ts';
import { useToast } from './undo-toast.tsx';

const texts = {
  copied: { zh: '已复制', en: 'Copied' },
  refused: {
    zh: '浏览器不让复制，请按住文字自己选',
    en: 'The browser does not let us copy: please select the text yourself',
  },
};

/** `const copy = useCopy(); copy(number, '号码已复制')`: onto the clipboard, and say so. */
export function useCopy(): (words: string, said?: string) => void {
  const t = useText();
  const tell = useToast();
  return useCallback(
    (words, said = t(texts.copied)) => {
      putOnClipboard(words).then(
        () => tell({ message: said }),
        () => tell({ message: t(texts.refused), failed: true }),
      );
    },
    [t, tell],
  );
}

async function putOnClipboard(words: string): Promise<void> {
  // Over plain HTTP in an office's own network browsers have no clipboard for pages, only what Ctrl+C does.
  if ('clipboard' in navigator) return navigator.clipboard.writeText(words);
  if (!copyAsCtrlC(words)) throw new Error('copying is refused');
}

function copyAsCtrlC(words: string): boolean {
  const hand = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', words);
    event.preventDefault();
  };
  document.addEventListener('copy', hand, { once: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', hand);
  }
}
