import { Check, Clock, WifiOff } from 'lucide-react';
import { useOnline } from '../ask/online.ts';
import { useText } from '../text/language.ts';
import './states.css';

const texts = {
  strip: {
    zh: '没有信号。已打开的资料还能看，有信号时再保存。',
    en: 'No signal. What is open can still be read; save once you are connected.',
  },
  waiting: { zh: '等待上传', en: 'Waiting to be sent' },
  sent: { zh: '已上传', en: 'Sent' },
};

/** The amber strip above the page while the device has no network. */
export function OfflineStrip() {
  return useOnline() ? null : <OfflineNotice />;
}

/** The strip itself; `children` replaces its sentence: 已存在手机里 2 条. */
export function OfflineNotice({ children }: { readonly children?: string }) {
  const t = useText();
  return (
    <div className="yl-offline" role="status">
      <WifiOff size={16} aria-hidden="true" />
      {children ?? t(texts.strip)}
    </div>
  );
}

/** What became of a record written offline. */
export function SyncMark({ sent }: { readonly sent: boolean }) {
  const t = useText();
  const Icon = sent ? Check : Clock;
  return (
    <span className={sent ? 'yl-sync' : 'yl-sync yl-sync-waiting'}>
      <Icon size={14} aria-hidden="true" />
      {t(sent ? texts.sent : texts.waiting)}
    </span>
  );
}
