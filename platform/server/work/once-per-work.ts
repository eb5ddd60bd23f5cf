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

/** After a write that changes what was asked. */
export function askAnew<Tables>({ db }: Pick<Work<Tables>, 'db'>): void {
  answers.delete(db);
}
