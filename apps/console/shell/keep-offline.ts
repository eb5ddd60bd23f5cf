/** The shell opens without a network; browsers allow it on HTTPS and on this machine only. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !window.isSecureContext) return;
  window.addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));
}

/** The name that sw.js gives to the files it answers with. */
const shell = 'yilu-shell-1';
const afterMs = 6_000;

/**
 * Fetches, once the page has its peace, the files of pages that were not opened yet: a form that was never opened before
 * must open in a basement too. Files of older builds go. Returns how to stop.
 */
export function fetchPagesForOffline(): () => void {
  if (!import.meta.env.PROD || !('caches' in window) || savesData()) return () => {};
  let isStopped = false;
  const timer = setTimeout(() => {
    void fetchMissing(() => isStopped).catch(() => undefined);
  }, afterMs);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

async function fetchMissing(isStopped: () => boolean): Promise<void> {
  const answer = await fetch('/offline.json', { cache: 'no-cache' });
  if (!answer.ok) return;
  const wanted = new Set((await answer.json()) as string[]);
  const cache = await caches.open(shell);
  const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  for (const path of wanted) {
    // One after the other: what the person does next must not wait for it.
    if (!there.has(path) && !isStopped()) await cache.add(path).catch(() => undefined);
  }
  const isOld = (path: string) => path.startsWith('/assets/') && !wanted.has(path);
  if (!isStopped()) await Promise.all([...there].filter(isOld).map((path) => cache.delete(path)));
}

function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
