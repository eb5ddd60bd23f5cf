import { useEffect, useRef } from 'react';

/**
 * A key while this component is on the page: `useShortcut('n', register)`, `useShortcut('mod+k', open)`.
 * Plain keys rest while somebody types or a dialog is open; `mod` combinations work everywhere.
 */
export function useShortcut(key: string, run: () => void, { when = true }: { readonly when?: boolean } = {}): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!when) return;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !isKey(event, key)) return;
      if (!key.startsWith('mod+') && (isTyping(event.target) || isDialogOpen(event.target))) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [key, when]);
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  const kind = target instanceof HTMLInputElement ? target.type : '';
  return target instanceof HTMLTextAreaElement || (kind !== '' && !['checkbox', 'radio', 'button'].includes(kind));
}

function isDialogOpen(target: EventTarget | null): boolean {
  const dialog = document.querySelector('[aria-modal="true"]:not([hidden])');
  return dialog !== null && dialog.getClientRects().length > 0 && !(target instanceof Node && dialog.contains(target));
}

function isKey(event: KeyboardEvent, key: string): boolean {
  const mod = key.startsWith('mod+');
  const wanted = mod ? key.slice(4) : key;
  if (mod !== (event.ctrlKey || event.metaKey) || event.altKey) return false;
  return event.key.toLowerCase() === wanted.toLowerCase();
}

/** `⌘K` on a Mac, `Ctrl K` elsewhere. */
export function keyName(key: string): string {
  if (!key.startsWith('mod+')) return key.length === 1 ? key.toUpperCase() : key;
  const onMac = /mac|iphone|ipad/i.test(navigator.userAgent);
  return onMac ? `⌘${key.slice(4).toUpperCase()}` : `Ctrl ${key.slice(4).toUpperCase()}`;
}
