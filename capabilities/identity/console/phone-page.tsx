import { EmptyState, ErrorState, LoadingState, PageBody, PageHeader, useAnswer, useText } from '@yilu/platform/web';
import { type LanAccess, readLanAccess } from '../contract/index.ts';
import { phone } from './phone-text.ts';
import './phone.css';

/** How a colleague's telephone comes in: scan, trust once, sign in. */
export function PhonePage() {
  const t = useText();
  const { data, error, refetch } = useAnswer(readLanAccess, {}, { fresh: 60_000 });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState rows={4} />;
  return (
    <>
      <PageHeader title={t(phone.title)} />
      <PageBody>
        {data.lan ? <Steps lan={data.lan} /> : <EmptyState title={t(phone.off)}>{t(phone.offWhy)}</EmptyState>}
      </PageBody>
    </>
  );
}

function Steps({ lan: { doors, authorityPath, fingerprint } }: { readonly lan: LanAccess }) {
  const t = useText();
  const first = doors[0]?.url.replace(/\/$/, '') ?? '';
  return (
    <ol className="yl-phone-steps">
      <li>
        <h2>{t(phone.scan)}</h2>
        <p className="yl-quiet">{t(phone.scanWhy)}</p>
        <div className="yl-phone-doors">
          {doors.map(({ url, qr }) => (
            <figure key={url}>
              <QrPicture rows={qr} label={`${t(phone.qrOf)} ${url}`} />
              <figcaption>{url}</figcaption>
            </figure>
          ))}
        </div>
      </li>
      <li>
        <h2>{t(phone.trust)}</h2>
        <p className="yl-quiet">{t(phone.trustWhy)}</p>
        <p>
          <a href={`${first}${authorityPath}`}>{`${first}${authorityPath}`}</a>
        </p>
        <ul className="yl-phone-how">
          <li>{t(phone.onApple)}</li>
          <li>{t(phone.onAndroid)}</li>
        </ul>
        <p className="yl-quiet">
          {t(phone.compare)} <span className="yl-phone-print">{fingerprint}</span>
        </p>
      </li>
      <li>
        <h2>{t(phone.install)}</h2>
        <p className="yl-quiet">{t(phone.installWhy)}</p>
      </li>
    </ol>
  );
}

/** Dark on white in every theme: cameras do not read it the other way round. */
function QrPicture({ rows, label }: { readonly rows: readonly string[]; readonly label: string }) {
  const quiet = 4;
  const size = rows.length + quiet * 2;
  const path = rows
    .flatMap((row, y) => [...row].map((cell, x) => (cell === '1' ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('');
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width="200" height="200" role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
