import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import { useViewer } from '../pages/viewer.tsx';
import { canKeep, vaultOf } from './vault.ts';

/** A form being written, kept on this device until it is saved: it survives a reload and a killed tab. */
export interface Draft<Form> {
  /** False for the instant in which the device is asked. */
  readonly isReady: boolean;
  /** Changes when the form is to stand anew: what was found has come, or was given up. For its `key`. */
  readonly round: string;
  /** What was being written here when the page ended. */
  readonly found: Form | undefined;
  readonly keep: (form: Form) => void;
  /** Saved: nothing of it stays. */
  readonly drop: () => void;
  /** Given up: the form stands anew. */
  readonly startAgain: () => void;
}

/** `name` is the form and what it is about, such as `contact/0193…`; what an older version kept in another shape is left. */
export function useDraft<Form>(name: string | undefined, shape: z.ZodType<Form>): Draft<Form> {
  const { accountId } = useViewer();
  const vault = useMemo(() => (canKeep() ? vaultOf(accountId) : undefined), [accountId]);
  const [asked, setAsked] = useState<{ readonly name: string; readonly form: Form | undefined }>();
  const [times, setTimes] = useState(0);
  // Shapes are written in place, so that each render brings a new one that is the same.
  const shapeNow = useRef(shape);

  useEffect(() => {
    if (!vault || name === undefined) return;
    let isGone = false;
    void vault
      .read('draft', name)
      .catch(() => undefined)
      .then((kept) => {
        const parsed = kept === undefined ? undefined : shapeNow.current.safeParse(kept);
        if (!isGone) setAsked({ name, form: parsed?.success ? parsed.data : undefined });
      });
    return () => {
      isGone = true;
    };
  }, [vault, name]);

  // One after the other, and of what is typed meanwhile the last: a page that ends takes only what came in its last instant
  // with it, since sealing takes one.
  const line = useRef(Promise.resolve());
  const next = useRef<{ readonly name: string; readonly form: Form } | undefined>(undefined);
  const keep = useCallback(
    (form: Form) => {
      if (!vault || name === undefined) return;
      const isAwaited = next.current !== undefined;
      next.current = { name, form };
      if (isAwaited) return;
      line.current = line.current.then(async () => {
        const last = next.current;
        next.current = undefined;
        if (last) await vault.write('draft', last.name, last.form).catch(() => undefined);
      });
    },
    [vault, name],
  );
  const drop = useCallback(() => {
    next.current = undefined;
    if (!vault || name === undefined) return;
    line.current = line.current.then(() => vault.remove('draft', name).catch(() => undefined));
  }, [vault, name]);

  const isReady = !vault || name === undefined || asked?.name === name;
  const startAgain = useCallback(() => {
    drop();
    if (name !== undefined) setAsked({ name, form: undefined });
    setTimes((times) => times + 1);
  }, [drop, name]);
  const found = isReady ? asked?.form : undefined;
  return { isReady, round: `${isReady} ${times}`, found, keep, drop, startAgain };
}
