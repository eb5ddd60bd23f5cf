import { useCallback, useRef, useState } from 'react';
import type { z } from 'zod';
import { useDraft } from './use-draft.ts';

/** A form with what was typed into it, kept on this device until it is saved or given up. */
export interface KeptForm<Form> {
  /** False for the instant in which the device is asked; what is typed before would be lost. */
  readonly isReady: boolean;
  readonly form: Form;
  readonly change: (some: Partial<Form> | ((now: Form) => Partial<Form>)) => void;
  /** Whether it goes on from where it was left. */
  readonly isRestored: boolean;
  readonly startAgain: () => void;
  /** Saved, or given up on purpose: nothing of it stays. */
  readonly drop: () => void;
}

/** `name` is the form and what it is about, undefined for what may not stay on a device; `begin` is how it stands when nothing was left here. */
export function useKeptForm<Form extends object>(
  name: string | undefined,
  shape: z.ZodType<Form>,
  begin: () => Form,
): KeptForm<Form> {
  const { isReady, round, found, keep, drop, startAgain } = useDraft(name, shape);
  const [initial] = useState(begin);
  const [typed, type] = useState<{ readonly round: string; readonly form: Form }>();
  const form = typed?.round === round ? typed.form : (found ?? initial);
  // Two changes in one go are both kept.
  const latest = useRef(form);
  latest.current = form;
  const change = useCallback(
    (some: Partial<Form> | ((now: Form) => Partial<Form>)) => {
      const next = { ...latest.current, ...(typeof some === 'function' ? some(latest.current) : some) };
      latest.current = next;
      type({ round, form: next });
      keep(next);
    },
    [round, keep],
  );
  return { isReady, form, change, isRestored: found !== undefined, startAgain, drop };
}
