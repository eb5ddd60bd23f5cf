declare global {
  interface Window {
    /** Answers that the page asked for before its code had come (apps/console/boot), each for one taker. */
    yiluEarly?: { readonly language: string; readonly answers: Map<string, Promise<Response>> };
  }
}

/** Milliseconds after which what was asked at the beginning is no longer the first answer. */
const stale = 15_000;

/** The answer that is on its way already, for whoever asks for it first. */
export function earlyAnswer(url: string, language: string): Promise<Response> | undefined {
  const early = typeof window === 'undefined' ? undefined : window.yiluEarly;
  if (!early || early.language !== language) return undefined;
  const answer = performance.now() < stale ? early.answers.get(url) : undefined;
  early.answers.delete(url);
  return answer;
}
