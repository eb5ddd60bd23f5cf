import {
  ErrorState,
  LoadingState,
  PanelSection,
  useAnswer,
  useAsk,
  useFormats,
  useText,
  useToast,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { endOtherSessions, endSession, ownSessions } from '../contract/index.ts';
import { deviceOf } from './device.ts';
import { own } from './text.ts';

/** Where one is signed in, and the way to end it. */
export function SessionsSection() {
  const t = useText();
  const formats = useFormats();
  const tell = useToast();
  const { data: sessions, error, refetch } = useAnswer(ownSessions, {});
  const done = { invalidates: [ownSessions], onDone: () => tell({ message: t(own.ended) }) };
  const ending = useAsk(endSession, done);
  const endingOthers = useAsk(endOtherSessions, done);
  if (error) return <ErrorState small error={error} onRetry={refetch} />;
  if (!sessions) return <LoadingState rows={2} />;
  return (
    <PanelSection title={t(own.sessions)}>
      <ul className="yl-id-lines">
        {sessions.map((session) => (
          <li key={session.id} className="yl-id-line">
            <div>
              {deviceOf(session.device) ?? t(own.unknownDevice)}
              {session.isThisOne && <span className="yl-id-mark">{t(own.thisOne)}</span>}
              <p>
                {t(own.lastSeen)} {formats.instant(session.lastSeenAt)} · {session.address}
              </p>
            </div>
            {!session.isThisOne && (
              <Button
                size="small"
                loading={ending.isPending && ending.variables.sessionId === session.id}
                onClick={() => ending.mutate({ sessionId: session.id })}
              >
                {t(own.end)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="yl-id-acts">
          <Button loading={endingOthers.isPending} onClick={() => endingOthers.mutate({})}>
            {t(own.endOthers)}
          </Button>
        </div>
      )}
    </PanelSection>
  );
}
