import { Check, CircleAlert, Clock, CloudUpload, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../text/language.ts';
import './states.css';

const texts = {
  waiting: { zh: '等待上传', en: 'Waiting to be sent' },
  asking: { zh: '要不要上传', en: 'Still to be sent?' },
  refused: { zh: '没有传上去', en: 'Not accepted' },
  sent: { zh: '已上传', en: 'Sent' },
};

/** The amber strip above the page: there is no network, or something waits for one. */
export function OfflineNotice({
  isOnline = false,
  children,
}: {
  readonly isOnline?: boolean;
  readonly children: ReactNode;
}) {
  const Icon = isOnline ? CloudUpload : WifiOff;
  return (
    <div className="yl-offline" role="status">
      <Icon size={16} aria-hidden="true" />
      {children}
    </div>
  );
}

/** What became of a record written offline. */
export function SyncMark({ state }: { readonly state: 'waiting' | 'asking' | 'refused' | 'sent' }) {
  const t = useText();
  const { Icon, tone } = marks[state];
  return (
    <span className={tone ? `yl-sync ${tone}` : 'yl-sync'}>
      <Icon size={14} aria-hidden="true" />
      {t(texts[state])}
    </span>
  );
}

const marks = {
  waiting: { Icon: Clock, tone: 'yl-sync-waiting' },
  asking: { Icon: CircleAlert, tone: 'yl-sync-waiting' },
  refused: { Icon: CircleAlert, tone: 'yl-late' },
  sent: { Icon: Check, tone: '' },
} as const;
