import type { OfPerson } from '@yilu/customers/console';
import { Link, PanelSection, pathTo, useFormats, useText } from '@yilu/platform/web';
import { DealsOfPerson, stateTitles } from '../contract/index.ts';
import { addresses } from './addresses.ts';
import { texts } from './text.ts';
import './sales.css';

/** A person's deals on the 360° page, as they came with it; nothing where there are none (DOS-29). */
export function DealsPanel({ panels }: OfPerson) {
  const t = useText();
  const formats = useFormats();
  const came = DealsOfPerson.safeParse(panels.deals);
  if (!came.success || came.data.items.length === 0) return null;
  return (
    <PanelSection title={t(texts.deals)}>
      <ul>
        {came.data.items.map((deal) => (
          <li key={deal.id}>
            <Link className="sa-deal-link" to={pathTo({ path: addresses.deal }, { dealId: deal.id })}>
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
