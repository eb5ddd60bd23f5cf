import {
  Link,
  OfflineNotice,
  tallyOf,
  useMayBeOld,
  useOnline,
  usePath,
  useSending,
  useText,
  useWaiting,
} from '@yilu/platform/web';
import { keptHere, texts, toDecide, toMend } from './texts.ts';

/** Above every page: no signal, what waits on this device, what the server declined. Nothing when all is well. */
export function ConnectionStrip() {
  const t = useText();
  const isOnline = useOnline();
  const mayBeOld = useMayBeOld();
  const path = usePath();
  useSending();
  const { waiting, asking, refused } = tallyOf(useWaiting(), Date.now());
  const kept = waiting + asking + refused;
  if (isOnline && !mayBeOld && kept === 0) return null;
  const words = [
    !isOnline && t(waiting > 0 ? texts.noSignal : texts.noSignalYet),
    isOnline && mayBeOld && t(texts.mayBeOld),
    waiting > 0 && t(keptHere(waiting, isOnline)),
    asking > 0 && t(toDecide(asking)),
    refused > 0 && t(toMend(refused)),
  ];
  return (
    <OfflineNotice isOnline={isOnline && !mayBeOld}>
      <span>{words.filter(Boolean).join(t({ zh: '', en: ' ' }))}</span>
      {kept > 0 && path !== waitingPath && <Link to={waitingPath}>{t(texts.look)}</Link>}
    </OfflineNotice>
  );
}

export const waitingPath = '/waiting';
