// The app shell offline. Answers of the API are never kept here: they hold personal data and belong to whoever is signed in.
const shell = 'yilu-shell-1';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(shell)
      .then((cache) => cache.addAll(['/', '/manifest.webmanifest', '/icon.svg']))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== shell).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(pageFirstFromTheNet(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(assetFirstFromHere(request));
});

// A network that hardly answers is as good as none when the page is here already.
const patience = 4_000;

async function pageFirstFromTheNet(request) {
  const asked = fetch(request).then(async (response) => {
    if (response.ok) await (await caches.open(shell)).put('/', response.clone());
    return response;
  });
  const kept = () => caches.match('/');
  const late = new Promise((resolve) => setTimeout(resolve, patience)).then(kept);
  try {
    return (await Promise.race([asked, late])) ?? (await asked);
  } catch {
    return (await kept()) ?? Response.error();
  }
}

// Assets carry a hash of their content in the name, so what is here is right.
async function assetFirstFromHere(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(shell)).put(request, response.clone());
  return response;
}
