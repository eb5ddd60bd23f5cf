import { createContext, use, useSyncExternalStore } from 'react';
import type { Language, Sentence } from '../../contract/index.ts';

const storageKey = 'yilu.language';
const listeners = new Set<() => void>();
let current: Language = remembered();
let byHand = false;

export function currentLanguage(): Language {
  return current;
}

/** A sentence outside of a component, in the language of the moment. */
export function say(sentence: Sentence): string {
  return sentence[current];
}

/**
 * The language around a part of the page, given by `Theme`. A context, since a page has hundreds of texts: each would
 * otherwise listen to the choice for itself.
 */
export const SpokenLanguage = createContext<Language | undefined>(undefined);

/** The language of the moment, heard when it is chosen anew; for the one who gives it to the rest. */
export function useChosenLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage, currentLanguage);
}

/** `const { language, choose } = useLanguage()`; the choice is kept on this device. */
export function useLanguage() {
  return { language: use(SpokenLanguage) ?? current, choose };
}

/** `const t = useText(); t(texts.title)`. */
export function useText(): (sentence: Sentence) => string {
  return speaking[use(SpokenLanguage) ?? current];
}

const speaking: Readonly<Record<Language, (sentence: Sentence) => string>> = {
  zh: (sentence) => sentence.zh,
  en: (sentence) => sentence.en,
};

/** Somebody chose it on this page, with nobody signed in perhaps; it outweighs what the account says. */
export function languageChosenByHand(): Language | undefined {
  return byHand ? current : undefined;
}

function choose(language: Language, { asKept = false }: { readonly asKept?: boolean } = {}): void {
  current = language;
  byHand ||= !asKept;
  localStorage.setItem(storageKey, language);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Chinese unless English was chosen here, or the address says `?lang=en`. */
function remembered(): Language {
  if (typeof localStorage === 'undefined') return 'zh';
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
}
