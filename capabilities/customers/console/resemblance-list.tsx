import type { Sentence } from '@yilu/platform/contract';
import { EmptyState, Link, PanelSection, pathTo, useFormats, useText } from '@yilu/platform/web';
import type { Resemblance } from '../contract/index.ts';
import { personAddress } from './addresses.ts';
import { texts } from './text.ts';

const reasonTitles: Readonly<Record<Resemblance['reasons'][number], Sentence>> = {
  samePhone: { zh: '电话相同', en: 'Same phone' },
  sameIdentity: { zh: '证件号相同', en: 'Same ID number' },
  sameName: { zh: '姓名相同', en: 'Same name' },
  samePinyin: { zh: '读音相同', en: 'Sounds the same' },
  sameRoom: { zh: '同一间房', en: 'Same room' },
};

/** Known people whom the new one could be, the strongest first, each with why. */
export function ResemblanceList({
  people,
  asked,
}: {
  readonly people: readonly Resemblance[];
  readonly asked: boolean;
}) {
  const t = useText();
  const formats = useFormats();
  return (
    <div aria-live="polite">
      <PanelSection title={t(texts.alike)}>
        {people.length === 0 && <EmptyState small title={t(asked ? texts.noneAlike : texts.phoneFirst)} />}
        <ul>
          {people.map((one) => (
            <li key={one.personId} className={one.strength === 'hint' ? 'cu-alike' : 'cu-alike cu-alike-strong'}>
              <div>
                {one.inReach ? (
                  <Link to={pathTo(personAddress, { personId: one.personId })}>{one.name}</Link>
                ) : (
                  <b>{one.name}</b>
                )}{' '}
                {one.maskedPhone && <span className="yl-num">{formats.phone(one.maskedPhone)}</span>}
              </div>
              <div className="yl-foot">
                {[
                  ...one.reasons.map((reason) => t(reasonTitles[reason])),
                  ...one.rooms,
                  !one.inReach && t(texts.outside),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </li>
          ))}
        </ul>
      </PanelSection>
    </div>
  );
}
