import { Link, OfflineNotice, tallyOf, useOnline, usePath, useSending, useText, useWaiting } from '@yilu/platform/web';
import { keptHere, texts, toMend } from './texts.ts';

/** Above every page: no signal, what waits on this device, what the server declined. Nothing when all is well. */
export function ConnectionStrip() {
  const t = useText();
  const isOnline = useOnline();
  const path = usePath();
  useSending();
  const { waiting, refused } = tallyOf(useWaiting());
  if (isOnline && waiting + refused === 0) return null;
  const words = [
    !isOnline && t(waiting > 0 ? texts.noSignal : texts.noSignalYet),
    waiting > 0 && t(keptHere(waiting, isOnline)),
    refused > 0 && t(toMend(refused)),
  ];
  return (
    <OfflineNotice isOnline={isOnline}>
      <span>{words.filter(Boolean).join(t({ zh: '', en: ' ' }))}</span>
      {waiting + refused > 0 && path !== waitingPath && <Link to={waitingPath}>{t(texts.look)}</Link>}
    </OfflineNotice>
  );
}

export const waitingPath = '/waiting';
