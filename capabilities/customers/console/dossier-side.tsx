import { Meter, Ring, useFormats, useIsPrinting, useText } from '@yilu/platform/web';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import {
  catalogue,
  completenessItems,
  type Dossier,
  type FieldGroup,
  groupTitles,
  purposeTitles,
} from '../contract/index.ts';
import { purposeOf } from '../rules/index.ts';
import { texts } from './text.ts';

interface DossierSideProps {
  readonly dossier: Dossier;
  readonly onGroup: (group: FieldGroup) => void;
  /** `field:address`, `person:phones`, `panel:relations`. */
  readonly onJump: (to: string) => void;
}

const groups = Object.keys(groupTitles) as FieldGroup[];
const gapsShown = 5;

/** How complete the dossier is, group by group, and what to ask next, each a jump to its field (DOS-14); all of it on paper. */
export function DossierSide({ dossier, onGroup, onJump }: DossierSideProps) {
  const t = useText();
  const [asked, showAll] = useState(false);
  const isPrinting = useIsPrinting();
  const showsAll = asked || isPrinting;
  const { completeness } = dossier;
  const gaps = showsAll ? completeness.missing : completeness.missing.slice(0, gapsShown);
  return (
    <>
      <section className="yl-section" aria-label={t(texts.dossier)}>
        <div className="cu-ring">
          <Ring share={completeness.percent / 100} label={t(texts.dossier)} />
          <div>
            <h2>{t(texts.dossier)}</h2>
            <Standing dossier={dossier} />
          </div>
        </div>
        <ul className="cu-groups">
          {groups.map((group) => (
            <GroupLine key={group} group={group} dossier={dossier} onOpen={() => onGroup(group)} />
          ))}
        </ul>
      </section>
      {gaps.length > 0 && (
        <section className="yl-section" aria-label={t(texts.askNext)}>
          <div className="yl-section-head">
            <h2>{t(texts.askNext)}</h2>
          </div>
          <ul className="cu-gaps">
            {gaps.map(({ item, weight, jump }) => (
              <li key={item}>
                <button type="button" className="yl-plain cu-gap" onClick={() => onJump(jump)}>
                  <span>{titleOfItem(item, t)}</span>
                  <span className="yl-foot yl-num">+{weight}</span>
                  <ChevronRight className="yl-no-print" size={14} aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
          {completeness.missing.length > gapsShown && !showsAll && (
            <button type="button" className="yl-plain cu-link" onClick={() => showAll(true)}>
              {t(moreWords(completeness.missing.length - gapsShown))}
            </button>
          )}
        </section>
      )}
    </>
  );
}

function Standing({ dossier: { completeness } }: { readonly dossier: Dossier }) {
  const t = useText();
  const formats = useFormats();
  const { line, met, missing, dueBy, overdue } = completeness;
  if (line !== undefined && met) return <p className="yl-quiet">{t(texts.complete)}</p>;
  const lacking = missing.length;
  if (line === undefined) return <p className="yl-quiet">{t(lackingWords(lacking))}</p>;
  if (overdue) return <p className="yl-late">{t(overdueWords(Math.round(line)))}</p>;
  return (
    <p className="yl-quiet">
      {t(belowLineWords(Math.round(line), lacking))}
      {dueBy && ` · ${t(dueWords(formats.day(dueBy)))}`}
    </p>
  );
}

const lackingWords = (items: number) => ({
  zh: `还差 ${items} 项`,
  en: items === 1 ? '1 item missing' : `${items} items missing`,
});
const moreWords = (items: number) => ({ zh: `还有 ${items} 项`, en: `${items} more` });
const overdueWords = (line: number) => ({ zh: `应满 ${line}%，已过期限`, en: `Should be at ${line}%, overdue` });
const belowLineWords = (line: number, items: number) => ({
  zh: `应满 ${line}%，${lackingWords(items).zh}`,
  en: `Should reach ${line}%, ${lackingWords(items).en}`,
});
const dueWords = (day: string) => ({ zh: `${day}前`, en: `by ${day}` });

function GroupLine({
  group,
  dossier,
  onOpen,
}: {
  readonly group: FieldGroup;
  readonly dossier: Dossier;
  readonly onOpen: () => void;
}) {
  const t = useText();
  const fields = catalogue.filter((field) => field.group === group && dossier.fields.includes(field.key));
  if (fields.length === 0) return null;
  const filled = fields.filter(({ key }) => dossier.answers.some(({ field }) => field === key)).length;
  const purpose = fields[0] ? t(purposeTitles[purposeOf(fields[0], dossier.purposes)]) : '';
  return (
    <li>
      <button type="button" className="yl-plain cu-group" onClick={onOpen}>
        <span>
          {t(groupTitles[group])}
          <span className="yl-foot cu-use">{purpose}</span>
        </span>
        <Meter
          share={filled / fields.length}
          label={t(groupTitles[group])}
          tone={filled === fields.length ? 'accent' : 'partial'}
        />
        <span className="yl-quiet yl-num">
          {filled} / {fields.length}
        </span>
      </button>
    </li>
  );
}

function titleOfItem(key: string, t: ReturnType<typeof useText>): string {
  const item = completenessItems.find((one) => one.key === key);
  return item ? t(item.title) : key;
}
