import { useText } from '../text/language.ts';
import { useIsPrinting } from './use-printing.ts';
import './printed-of.css';

/** On paper nobody reads on: a list of which there is more says how much of it this is. */
export function PrintedOf({ rows, total }: { readonly rows: number; readonly total?: number | undefined }) {
  const t = useText();
  if (!useIsPrinting()) return null;
  return <p className="yl-printed-of">{t(total === undefined ? printedFirst(rows) : printedOf(rows, total))}</p>;
}

const printedFirst = (rows: number) => ({
  zh: `打印的是前 ${rows} 行，后面还有`,
  en: `The first ${rows} rows; there are more`,
});
const printedOf = (rows: number, total: number) => ({
  zh: `打印的是前 ${rows} 行，共 ${total} 行`,
  en: `The first ${rows} of ${total} rows`,
});
