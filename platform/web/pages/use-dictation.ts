import { useCallback, useEffect, useRef, useState } from 'react';
import { dictationInto, textOf, withHeard, withTyped } from './dictated-text.ts';

/** The part of the browsers' speech recognition that is used; no browser's type library has it yet. */
interface Recognizer {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: Heard) => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  start: () => void;
  stop: () => void;
  abort: () => void;
}

interface Heard {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
}

/** Why nothing is written: the browser cannot, the microphone is closed to it, or it heard nothing it could use. */
export type DictationFault = 'missing' | 'refused' | 'noService' | 'nothingHeard';

/**
 * Speaking instead of typing: `hear` is given the text so far each time something was understood. The browser turns speech
 * into text; no sound is kept, here or on the server.
 */
export function useDictation(given: { readonly before: string; readonly hear: (text: string) => void }) {
  const [isListening, setListening] = useState(false);
  const [fault, setFault] = useState<DictationFault>();
  const recognizer = useRef<Recognizer | undefined>(undefined);
  const latest = useRef(given);
  latest.current = given;

  const stop = useCallback(() => recognizer.current?.stop(), []);
  const start = useCallback(() => {
    const made = newRecognizer();
    if (!made) return setFault('missing');
    setFault(undefined);
    recognizer.current = made;
    let dictated = dictationInto(latest.current.before);
    let known = 0;
    made.onresult = ({ resultIndex, results }) => {
      const heard = Array.from(results, (result) => ({
        words: result[0]?.transcript ?? '',
        isFinal: result.isFinal,
      }));
      // Whoever speaks may type meanwhile.
      dictated = withHeard(withTyped(dictated, latest.current.before, known), heard, resultIndex);
      known = heard.length;
      const text = textOf(dictated);
      latest.current.hear(text);
      // The page draws it in a moment; until then a second hearing must not take the older text for typing.
      latest.current = { ...latest.current, before: text };
    };
    made.onerror = ({ error }) => setFault(faultOf(error));
    made.onend = () => {
      recognizer.current = undefined;
      setListening(false);
    };
    try {
      made.start();
      setListening(true);
    } catch {
      setFault('refused');
    }
  }, []);
  useEffect(() => () => recognizer.current?.abort(), []);

  return { isListening, fault, start, stop };
}

/** Whether this browser can take dictation at all. */
export function canDictate(): boolean {
  return 'SpeechRecognition' in window || 'webkitSpeechRecognition' in window;
}

function newRecognizer(): Recognizer | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = window as {
    readonly SpeechRecognition?: new () => Recognizer;
    readonly webkitSpeechRecognition?: new () => Recognizer;
  };
  const Recognition = SpeechRecognition ?? webkitSpeechRecognition;
  if (!Recognition) return undefined;
  return Object.assign(new Recognition(), { lang: 'zh-CN', continuous: true, interimResults: true });
}

function faultOf(error: string): DictationFault | undefined {
  if (error === 'aborted') return undefined;
  if (error === 'not-allowed' || error === 'audio-capture') return 'refused';
  return error === 'no-speech' ? 'nothingHeard' : 'noService';
}
