import type { PhoneKind } from '../contract/index.ts';

/** A number as it is stored and compared: digits only, mainland numbers without +86, foreign ones with +. */
export type PhoneRead =
  | { readonly number: string; readonly kind: PhoneKind }
  /** Entered where nothing was known, such as 18999999999: the same as no phone. */
  | { readonly absent: 'empty' | 'placeholder' }
  | { readonly broken: true };

const mobile = /^1[3-9]\d{9}$/;
const landline = /^0\d{2,3}\d{7,8}$/;
const localLandline = /^[2-8]\d{6,7}$/;
const serviceNumber = /^(400|800)\d{7}$/;
const foreign = /^\+[1-9]\d{5,14}$/;

/** Read one phone as people write it: spaces, dashes, +86, full-width digits, `.0` of a spreadsheet. */
export function phoneOf(written: string): PhoneRead {
  const text = written.normalize('NFKC').trim().replace(/\.0+$/, '');
  if (text === '' || /^[-—/无\s]*$/.test(text)) return { absent: 'empty' };
  const compact = text.replace(/[\s\-‐-―_.()·]/g, '').replace(/(转|ext\.?|x)\d{1,6}$/i, '');
  const home = compact.replace(/^(\+?86|0086)(?=1[3-9]\d{9}$|0\d{9,11}$)/, '').replace(/^0(?=1[3-9]\d{9}$)/, '');

  if (isPlaceholder(home)) return { absent: 'placeholder' };
  if (mobile.test(home)) return { number: home, kind: 'mobile' };
  if (landline.test(home) || localLandline.test(home)) return { number: home, kind: 'home' };
  if (serviceNumber.test(home)) return { number: home, kind: 'work' };
  const abroad = home.replace(/^00(?=[1-9])/, '+');
  if (foreign.test(abroad)) return { number: abroad, kind: 'mobile' };
  return { broken: true };
}

/** The last eight digits alike, or a mere counting up: nobody's number. */
function isPlaceholder(digits: string): boolean {
  if (/^\D*$/.test(digits)) return false;
  return /(\d)\1{7}$/.test(digits) || /^(\d)\1*$/.test(digits) || /^1?234567890?\d?$/.test(digits);
}

/** `138****5678`; of short numbers only the last two digits stay. */
export function maskedPhone(number: string): string {
  if (mobile.test(number)) return `${number.slice(0, 3)}****${number.slice(-4)}`;
  if (number.length >= 9) return `${number.slice(0, number.length - 7)}****${number.slice(-3)}`;
  return `${'*'.repeat(Math.max(number.length - 2, 1))}${number.slice(-2)}`;
}

/** A phone amid other words, as people write it: a mobile, or a landline with its area code and a dash. */
const phoneInText = /(?<!\d)(?:(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[-‐–—]\d{7,8})(?!\d)/g;
const maskedInText = /(?<!\d)(?:1[3-9]\d\*{4}\d{4}|0\d{3,4}\*{4}\d{3})(?!\d)/g;

/** The text with every phone in it masked (SEC-09): 李雷 139****2222. */
export function withPhonesMasked(text: string): string {
  return text.replace(phoneInText, (written) => maskedPhone(digitsOf(written)));
}

/**
 * The text with each masked number whole again, where one of these texts holds it; undefined when none does. What was written with
 * asterisks from the first stays so.
 */
export function withPhonesRestored(text: string, known: readonly string[]): string | undefined {
  const numbers = known.flatMap((one) => one.match(phoneInText) ?? []);
  const asWritten = new Set(known.flatMap((one) => one.match(maskedInText) ?? []));
  let isLost = false;
  const restored = text.replace(maskedInText, (masked) => {
    const number = numbers.find((one) => maskedPhone(digitsOf(one)) === masked);
    isLost ||= number === undefined && !asWritten.has(masked);
    return number ?? masked;
  });
  return isLost ? undefined : restored;
}

function digitsOf(written: string): string {
  const digits = written.replace(/\D/g, '');
  return digits.startsWith('0') ? digits : digits.slice(-11);
}
