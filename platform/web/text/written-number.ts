/** 4388000 as it stands in a field that nobody is writing in: 4,388,000; decimals stay as they are. */
export function asGrouped(value: number | string | undefined): string {
  const [whole = '', decimals] = String(value ?? '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

const tenThousands: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

/** The digits meant by what somebody writes or pastes: 4,388,000, ４３８．８万, ¥ 438.8 万元. What is no number stays, for the field to refuse. */
export function digitsMeant(written: string | undefined): string {
  const text = (written ?? '').normalize('NFKC').replace(/[,\s¥元]/g, '');
  const [, number = '', unit = ''] = /^(\d*\.?\d*)([万亿])$/.exec(text) ?? [];
  const zeros = tenThousands[unit];
  return number === '' || zeros === undefined ? text : shifted(number, zeros);
}

/** Decimal places moved in the text, so that 0.29 万 is 2900 and not 2899.9999999999995. */
function shifted(number: string, places: number): string {
  const [whole = '', decimals = ''] = number.split('.');
  const digits = `${whole}${decimals.padEnd(places, '0')}`;
  const at = whole.length + places;
  const moved = `${digits.slice(0, at)}.${digits.slice(at)}`;
  return moved.replace(/\.$/, '').replace(/^0+(?=\d)/, '');
}
