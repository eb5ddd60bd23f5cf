type Listener = () => void;
const listeners = new Set<Listener>();

/** An answer said that nobody is signed in any more; the shell shows the sign-in page without losing the address. */
export function tellSignedOut(): void {
  for (const listener of listeners) listener();
}

export function onSignedOut(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
