import type { Work } from './work.ts';

/** Keyed by the transaction, which lives as long as its work; several capabilities see it under their own types. */
const answers = new WeakMap<object, Map<string, Promise<unknown>>>();

/** What does not change within a piece of work is asked of the database once: parameters, switches. */
export function oncePerWork<Tables, Answer>(
  { db }: Pick<Work<Tables>, 'db'>,
  question: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const known = answers.get(db) ?? new Map<string, Promise<unknown>>();
  answers.set(db, known);
  const answer = (known.get(question) as Promise<Answer> | undefined) ?? ask();
  known.set(question, answer);
  return answer;
}

/** Answers that hold for everybody, each with the edition in which it was read. */
export type Remembered = Map<string, { readonly edition: number; readonly answer: unknown }>;

const remembered = new WeakMap<object, Remembered>();
const mostRemembered = 5_000;

/** A transaction may use what its engine remembers, until it changes any of that itself. */
export function remembering(db: object, of: Remembered): void {
  remembered.set(db, of);
}

/**
 * What moves the edition of access on when it changes (see auth.access_edition) is asked once per process and edition.
 * An answer is kept once it is there: no work waits for another's transaction.
 */
export function onceForAll<Tables, Answer>(
  work: Pick<Work<Tables>, 'db' | 'actor'>,
  question: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const { edition } = work.actor;
  const shared = remembered.get(work.db);
  if (edition === undefined || !shared) return oncePerWork(work, question, ask);
  return oncePerWork(work, question, async () => {
    const known = shared.get(question);
    if (known?.edition === edition) return known.answer as Answer;
    const answer = await ask();
    if (remembered.get(work.db) !== shared) return answer;
    if (shared.size >= mostRemembered) shared.clear();
    shared.set(question, { edition, answer });
    return answer;
  });
}

/** After a write that changes what was asked; what follows in this work is read, and not remembered, since it may yet be undone. */
export function askAnew<Tables>({ db }: Pick<Work<Tables>, 'db'>): void {
  answers.delete(db);
  remembered.delete(db);
}
