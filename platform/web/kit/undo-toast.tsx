import { Check, X } from 'lucide-react';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useShortcut } from '../pages/shortcuts.ts';
import { useText } from '../text/language.ts';
import './undo-toast.css';

const texts = {
  undo: { zh: '撤销', en: 'Undo' },
  close: { zh: '知道了', en: 'Dismiss' },
  undone: { zh: '已撤销', en: 'Undone' },
};

interface Said {
  /** 已记下：许静安，约在今天 16:00. */
  readonly message: string;
  /** Takes it back; the toast stays for 8 s. */
  readonly undo?: () => unknown;
  /** Instead of undo: where to look. */
  readonly action?: { readonly title: string; readonly run: () => void };
  /** Something went wrong: stays until closed. */
  readonly failed?: boolean;
}

const Saying = createContext<(said: Said) => void>(() => {});

/** `const tell = useToast(); tell({ message, undo })`: what was done, and the way back. */
export function useToast(): (said: Said) => void {
  return use(Saying);
}

const shownFor = 8_000;

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [current, setCurrent] = useState<(Said & { readonly key: number }) | undefined>();
  const counter = useRef(0);
  const tell = useCallback((said: Said) => {
    counter.current += 1;
    setCurrent({ ...said, key: counter.current });
  }, []);
  const close = useCallback(() => setCurrent(undefined), []);
  return (
    <Saying value={tell}>
      {children}
      <div className="yl-toasts" role="status" aria-live="polite">
        {current && <Toast key={current.key} said={current} onClose={close} tell={tell} />}
      </div>
    </Saying>
  );
}

function Toast({ said, onClose, tell }: { said: Said; onClose: () => void; tell: (said: Said) => void }) {
  const t = useText();
  const [held, hold] = useState(false);
  const { message, undo, action, failed = false } = said;
  const act = useMemo(() => {
    if (action) return action;
    if (!undo) return undefined;
    return {
      title: t(texts.undo),
      run: () => {
        onClose();
        void Promise.resolve(undo()).then(
          () => tell({ message: t(texts.undone) }),
          (error: Error) => tell({ message: error.message, failed: true }),
        );
      },
    };
  }, [action, undo, onClose, tell, t]);

  useEffect(() => {
    if (held || failed) return;
    const timer = setTimeout(onClose, shownFor);
    return () => clearTimeout(timer);
  }, [held, failed, onClose]);
  useShortcut('mod+z', () => act?.run(), { when: undo !== undefined });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting on it keeps it, the buttons inside do the acting
    <div
      className="yl-toast"
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      {failed ? <X size={16} aria-hidden="true" /> : <Check size={16} aria-hidden="true" />}
      <span>{message}</span>
      {act && (
        <button type="button" className="yl-plain yl-strong" onClick={act.run}>
          {act.title}
        </button>
      )}
      {failed && (
        <button type="button" className="yl-plain yl-strong" onClick={onClose}>
          {t(texts.close)}
        </button>
      )}
    </div>
  );
}
