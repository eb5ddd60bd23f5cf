import type { OfPerson } from '@yilu/customers/console';
import {
  ErrorState,
  Link,
  LoadingState,
  PanelSection,
  pathTo,
  useAnswer,
  useFormats,
  useText,
} from '@yilu/platform/web';
import { listDeals, stateTitles } from '../contract/index.ts';
import { addresses } from './addresses.ts';
import { texts } from './text.ts';

/** A person's deals on the 360° page; nothing where there are none (DOS-29). */
export function DealsPanel({ personId }: OfPerson) {
  const t = useText();
  const formats = useFormats();
  const { data, error, refetch } = useAnswer(listDeals, { personId, limit: 20 });
  if (error) return <ErrorState small error={error} title={t(texts.notLoaded)} onRetry={refetch} />;
  if (!data) return <LoadingState rows={2} />;
  if (data.items.length === 0) return null;
  return (
    <PanelSection title={t(texts.deals)}>
      <ul>
        {data.items.map((deal) => (
          <li key={deal.id}>
            <Link to={pathTo({ path: addresses.deal }, { dealId: deal.id })}>
              {deal.roomLabel ?? t(stateTitles[deal.state])}
            </Link>{' '}
            <span className="yl-quiet">
              {[
                t(stateTitles[deal.state]),
                deal.amountFen !== undefined && formats.money(deal.amountFen),
                deal.signedOn && formats.date(deal.signedOn),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
