// Runs in the page before anything else has come: the brightness of the last visit, the code of the page that is wanted, and
// its first answers, all at the same time as the console's code. `ask` takes the answers over (platform/web/ask/early.ts).
(() => {
  const kept = (key: string) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const theme = kept('yilu.theme');
  const isDark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';

  const given = __FIRST_NEEDS__;
  const arrivalOf = (file: string) =>
    new Promise<Event>((come) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.crossOrigin = '';
      link.href = file;
      link.addEventListener('load', come);
      link.addEventListener('error', come);
      document.head.append(link);
    });
  // Each file of the code runs in a task of its own, in this order: all in one would keep the thread from whoever taps.
  const run = (files: readonly string[]) => {
    for (const file of files) {
      const script = document.createElement('script');
      script.type = 'module';
      script.crossOrigin = '';
      script.async = false;
      script.src = file;
      document.head.append(script);
    }
  };
  // A sheet that a script puts into the head does not keep the frame from being painted, and the styles of pages, which come
  // later, still stand behind it. The code waits for it, or the page would be there without its looks.
  const isStyled = new Promise<unknown>((styled) => {
    addEventListener('DOMContentLoaded', () => styled(Promise.all(given.styles.map(arrivalOf))));
  });
  void isStyled.then(() => run(given.code));

  const { pathname, search } = location;
  if (/^\/(sign-in|set-up|gallery)/.test(pathname)) {
    document.documentElement.dataset.boot = 'bare';
    return;
  }
  const need = given.pages.find(({ at }) => new RegExp(at).test(pathname));
  const project = kept('yilu.project');
  const caught = need && new RegExp(need.at).exec(pathname)?.[1];
  const addresses = given.always.concat(
    (search ? [] : (need?.answers ?? [])).map((address) =>
      address
        .replace('$1', caught ?? '')
        .replace('$rows', matchMedia('screen and (max-width: 760px)').matches ? '30' : '100')
        .replace('$project', project ? `projectId=${project}&` : '')
        .replace(/[?&]$/, ''),
    ),
  );
  const language = kept('yilu.language') === 'en' ? 'en' : 'zh';
  const headers = { accept: 'application/json', 'accept-language': language };
  const early = new Map<string, Promise<Response>>();
  for (const address of addresses) {
    const answer = fetch(address, { headers, credentials: 'same-origin' });
    answer.catch(() => undefined);
    early.set(address, answer);
  }
  window.yiluEarly = { language, answers: early };

  for (const file of need?.files ?? []) {
    const link = document.createElement('link');
    link.rel = file.endsWith('.css') ? 'preload' : 'modulepreload';
    if (file.endsWith('.css')) link.as = 'style';
    // As the module loader will ask for them, or they are fetched twice.
    link.crossOrigin = '';
    link.href = file;
    document.head.append(link);
  }
  void isStyled.then(() => run(need?.files.filter((file) => /\/kit-.*js$/.test(file)) ?? []));
})();
