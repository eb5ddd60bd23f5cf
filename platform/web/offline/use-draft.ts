import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import { useViewer } from '../pages/viewer.tsx';
import { canKeep, vaultOf } from './vault.ts';

const restsFor = 300;

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
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; write: () => void } | undefined>(undefined);
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

  const settle = useCallback((writeIt: boolean) => {
    if (!pending.current) return;
    clearTimeout(pending.current.timer);
    if (writeIt) pending.current.write();
    pending.current = undefined;
  }, []);
  const keep = useCallback(
    (form: Form) => {
      if (!vault || name === undefined) return;
      settle(false);
      const write = () => void vault.write('draft', name, form).catch(() => undefined);
      pending.current = { write, timer: setTimeout(() => settle(true), restsFor) };
    },
    [vault, name, settle],
  );
  const drop = useCallback(() => {
    settle(false);
    if (vault && name !== undefined) void vault.remove('draft', name).catch(() => undefined);
  }, [vault, name, settle]);

  // Leaving the page writes at once what was typed last.
  useEffect(() => {
    const write = () => settle(true);
    window.addEventListener('pagehide', write);
    document.addEventListener('visibilitychange', write);
    return () => {
      write();
      window.removeEventListener('pagehide', write);
      document.removeEventListener('visibilitychange', write);
    };
  }, [settle]);

  const isReady = !vault || name === undefined || asked?.name === name;
  const startAgain = useCallback(() => {
    drop();
    if (name !== undefined) setAsked({ name, form: undefined });
    setTimes((times) => times + 1);
  }, [drop, name]);
  const found = isReady ? asked?.form : undefined;
  return { isReady, round: `${isReady} ${times}`, found, keep, drop, startAgain };
}
