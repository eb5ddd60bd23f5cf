import { useSyncExternalStore } from 'react';
import { useIsPrinting } from '../kit/use-printing.ts';
import { useMedia } from '../pages/phone.ts';
import type { Brightness } from './tokens.ts';

/** What a person chose on this device; `system` follows it. */
export type ThemeChoice = Brightness | 'system';

const storageKey = 'yilu.theme';
const listeners = new Set<() => void>();
let chosen: ThemeChoice = remembered();

/** `const { choice, chooseTheme, brightness } = useTheme()`; paper is light, whatever was chosen. */
export function useTheme() {
  const choice = useSyncExternalStore(subscribe, () => chosen);
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  const isPrinting = useIsPrinting();
  const onScreen: Brightness = choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice;
  const brightness: Brightness = isPrinting ? 'light' : onScreen;
  return { choice, chooseTheme, brightness };
}

function chooseTheme(choice: ThemeChoice): void {
  chosen = choice;
  localStorage.setItem(storageKey, choice);
  for (const listener of listeners) listener();
}

function remembered(): ThemeChoice {
  const kept = typeof localStorage === 'undefined' ? null : localStorage.getItem(storageKey);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
