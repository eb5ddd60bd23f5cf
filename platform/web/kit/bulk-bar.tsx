import { Tooltip } from 'antd';
import { type LucideIcon, X } from 'lucide-react';
import { wholeNumber } from '../text/formats.ts';
import { useText } from '../text/language.ts';
import './bulk-bar.css';

const texts = {
  chosen: { zh: (count: string) => `已选 ${count}`, en: (count: string) => `${count} selected` },
  all: { zh: (total: string) => `选全部 ${total}`, en: (total: string) => `Select all ${total}` },
  clear: { zh: '取消选择', en: 'Clear selection' },
  bar: { zh: '对所选的操作', en: 'Actions on the selection' },
};

export interface BulkAction {
  readonly title: string;
  readonly icon: LucideIcon;
  readonly run: () => void;
  /** 4 户可发，2 户本月不打扰. */
  readonly note?: string | undefined;
  /** Disabled actions say why on hover. */
  readonly whyNot?: string | undefined;
}

interface BulkBarProps {
  readonly count: number;
  /** 户, 人, 间. */
  readonly unit: string;
  readonly actions: readonly BulkAction[];
  readonly onClear: () => void;
  /** When the list holds more than what is loaded: offer "all N results". */
  readonly all?: { readonly total: number; readonly chosen: boolean; readonly choose: () => void } | undefined;
}

/** What can be done with the chosen rows, floating above the list. */
export function BulkBar({ count, unit, actions, onClear, all }: BulkBarProps) {
  const t = useText();
  if (count === 0) return null;
  const shown = wholeNumber(count);
  const total = `${wholeNumber(all?.total ?? 0)} ${unit}`;
  return (
    <section className="yl-bulk" aria-label={t(texts.bar)}>
      <b aria-live="polite">{t({ zh: texts.chosen.zh(`${shown} ${unit}`), en: texts.chosen.en(shown) })}</b>
      {all && !all.chosen && all.total > count && (
        <button type="button" className="yl-plain yl-bulk-all" onClick={all.choose}>
          {t({ zh: texts.all.zh(total), en: texts.all.en(total) })}
        </button>
      )}
      <i aria-hidden="true" />
      <div className="yl-bulk-acts">
        {actions.map((action) => (
          <BulkButton key={action.title} action={action} />
        ))}
      </div>
      <i aria-hidden="true" />
      <button type="button" className="yl-plain yl-bulk-clear" aria-label={t(texts.clear)} onClick={onClear}>
        <X size={16} aria-hidden="true" />
      </button>
    </section>
  );
}

function BulkButton({ action: { title, icon: Icon, run, note, whyNot } }: { readonly action: BulkAction }) {
  const button = (
    <button type="button" className="yl-plain" aria-disabled={whyNot !== undefined} onClick={whyNot ? undefined : run}>
      <Icon size={16} aria-hidden="true" />
      {title}
      {note && <span>{note}</span>}
    </button>
  );
  return whyNot ? <Tooltip title={whyNot}>{button}</Tooltip> : button;
}
