import { counted } from '@yilu/platform/contract';
import { useAnswer, useFormats, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { findCallers, type KnownCaller } from '../contract/index.ts';
import { texts } from './text.ts';
import type { Registering } from './use-register.ts';

/** Whom the number or the name belongs to, shown while it is typed; nothing is asked twice of somebody we know (DOS-08). */
export function Callers({ registering, projectId }: { readonly registering: Registering; readonly projectId: string }) {
  const t = useText();
  const { form, caller, setCaller } = registering;
  const phone = useSettled(form.phone ?? '');
  const name = useSettled(form.name ?? '');
  const isWhole = phone.replace(/\D/g, '').length >= 7;
  const { data } = useAnswer(
    findCallers,
    { projectId, ...(isWhole && { phone }), ...(name.length >= 2 && { name }) },
    { when: caller === undefined && (isWhole || name.length >= 2), keep: true },
  );
  if (caller) {
    return (
      <div className="in-chosen">
        <CallerLine caller={caller} />{' '}
        <Button type="link" size="small" onClick={() => setCaller(undefined)}>
          {t(texts.someoneElse)}
        </Button>
      </div>
    );
  }
  if (!data || data.items.length === 0) return null;
  return (
    <ul className="in-callers" aria-label={t(texts.who)}>
      {data.items.map((one) => (
        <li key={one.personId}>
          <CallerLine caller={one} />
          <Button size="small" onClick={() => setCaller(one)}>
            {t(texts.choose)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function CallerLine({ caller }: { readonly caller: KnownCaller }) {
  const t = useText();
  const formats = useFormats();
  const { name, phoneMasked, rooms, tally, match, inScope } = caller;
  const facts = [
    phoneMasked && formats.phone(phoneMasked),
    ...rooms,
    tally && tally.calls > 0 && t(counted(tally.calls, texts.calls)),
    tally && tally.visits > 0 && t(counted(tally.visits, texts.visits)),
    t(inScope ? (match === 'phone' ? texts.samePhone : texts.sameName) : texts.elsewhere),
  ];
  return (
    <>
      <b className="yl-strong">{name}</b> <span className="yl-quiet">{facts.filter(Boolean).join(' · ')}</span>
    </>
  );
}

/** What was typed, once the fingers rest. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
