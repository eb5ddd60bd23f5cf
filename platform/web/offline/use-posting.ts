import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Answer, Asked, Endpoint, Sentence } from '../../contract/index.ts';
import { ask } from '../ask/ask.ts';
import { AskError } from '../ask/ask-error.ts';
import { tellOtherTabs } from '../ask/other-tabs.ts';
import { partsOf } from '../ask/parts.ts';
import { keyOf } from '../ask/use-answer.ts';
import { say } from '../text/language.ts';
import { newRecord, type Outbox } from './outbox.ts';
import type { WaitingRecord } from './outbox-rules.ts';
import { useOutbox } from './use-outbox.ts';

/** How a write shows among those that wait, and how its form is opened again. */
export interface PostingNote {
  readonly title: Sentence;
  readonly about?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly opensAt?: string | undefined;
  /** All that the form needs to stand as it stood; plain JSON. */
  readonly draft?: unknown;
}

interface PostingOptions<E extends Endpoint> {
  readonly invalidates?: readonly Endpoint[];
  /** The record that waits and is being mended. */
  readonly mends?: string | undefined;
  /** The server has it. Without an answer it went with those that waited. */
  readonly onDone: (answer: Answer<E> | undefined) => void;
  /** It is safe on this device and goes when it can. */
  readonly onWaiting: () => void;
}

/** With somebody waiting before the form; longer, and it is kept and sent later. Safe, because it carries one key. */
const patience = 15_000;

/**
 * A write that need not reach the server now: without a network, or when no answer comes, it waits on this device and is
 * sent later, once. What the server declines is `error`, as with `useAsk`.
 */
export function usePosting<E extends Endpoint>(endpoint: E, options: PostingOptions<E>) {
  const client = useQueryClient();
  const outbox = useOutbox();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AskError | null>(null);
  const busy = useRef(false);
  const latest = useRef(options);
  latest.current = options;

  const post = useCallback(
    async (input: Asked<E>, note: PostingNote) => {
      // A second tap while the first is on its way is not a second record.
      if (busy.current) return;
      busy.current = true;
      setPending(true);
      setError(null);
      const { invalidates = [], mends, onDone, onWaiting } = latest.current;
      try {
        const outcome = await deliver(outbox, endpoint, input, note, mends);
        if (outcome.state === 'waiting') return onWaiting();
        tellOtherTabs(invalidates);
        await Promise.all(invalidates.map((each) => client.invalidateQueries({ queryKey: keyOf(each) })));
        onDone(outcome.answer);
      } catch (failed) {
        if (!(failed instanceof AskError)) throw failed;
        setError(failed);
      } finally {
        busy.current = false;
        setPending(false);
      }
    },
    [client, outbox, endpoint],
  );
  return { post, isPending, error };
}

/** The same outside of a form, for acts of one tap: `const post = usePostOrKeep()`; what the server declines is thrown. */
export function usePostOrKeep() {
  const outbox = useOutbox();
  return useCallback(
    <E extends Endpoint>(endpoint: E, input: Asked<E>, note: PostingNote) => deliver(outbox, endpoint, input, note),
    [outbox],
  );
}

type Outcome<E extends Endpoint> =
  | { readonly state: 'done'; readonly answer: Answer<E> | undefined }
  | { readonly state: 'waiting' };

async function deliver<E extends Endpoint>(
  outbox: Outbox | undefined,
  endpoint: E,
  input: Asked<E>,
  note: PostingNote,
  mends?: string | undefined,
): Promise<Outcome<E>> {
  if (!outbox) return { state: 'done', answer: await ask(endpoint, input) };
  const record = recordOf(endpoint, input, note);
  if (mends) {
    await outbox.mend(mends, record);
    return sendWith(outbox, mends);
  }
  const othersWait = (outbox.records() ?? []).some(({ state }) => state === 'waiting');
  if (navigator.onLine && !othersWait) {
    try {
      return { state: 'done', answer: await ask(endpoint, input, { idempotencyKey: record.id, patience }) };
    } catch (error) {
      if (!(error instanceof AskError) || ![0, 502, 503, 504].includes(error.status)) throw error;
      await outbox.put({ ...record, tries: 1, nextTryAt: Date.now() + 5_000, maybeThere: error.status !== 503 });
      return { state: 'waiting' };
    }
  }
  await outbox.put(record);
  try {
    return await sendWith(outbox, record.id);
  } catch (refused) {
    // Its form is still open and shows the reason: it need not wait among the others as well.
    await outbox.drop(record.id);
    throw refused;
  }
}

/** Sends what waits with it; a refusal comes back to the form. */
async function sendWith<E extends Endpoint>(outbox: Outbox, id: string): Promise<Outcome<E>> {
  if (navigator.onLine) await outbox.flush({ evenBefore: true });
  const after = await outbox.find(id);
  if (!after || after.state === 'sent') return { state: 'done', answer: undefined };
  if (after.state === 'refused' && after.refusal) throw errorOf(after);
  return { state: 'waiting' };
}

const wasThere: Sentence = {
  zh: '之前那一次其实已经传到了，这里是后来改过的内容。请到客户的往来里改那一条，再把这条删掉。',
  en: 'The earlier attempt did arrive; this is what you changed afterwards. Change it in the customer’s contacts, then discard this one.',
};

/** A refusal as a form shows it. */
export function errorOf({ refusal }: WaitingRecord): AskError {
  const code = refusal?.code ?? '';
  return new AskError({
    status: refusal?.status ?? 0,
    code,
    message: code === 'platform.idempotency_key_reused' ? say(wasThere) : (refusal?.message ?? ''),
    fields: Object.entries(refusal?.fields ?? {}).map(([path, message]) => ({ path, message })),
  });
}

function recordOf<E extends Endpoint>(endpoint: E, input: Asked<E>, note: PostingNote): WaitingRecord {
  const { url, body } = partsOf(endpoint, input as Record<string, unknown>);
  return newRecord({
    method: endpoint.method,
    url,
    // The very text that is sent: the server compares it when a key comes again.
    body: body && JSON.stringify(body),
    title: note.title,
    about: note.about,
    subjectId: note.subjectId,
    opensAt: note.opensAt,
    draft: note.draft,
  });
}
