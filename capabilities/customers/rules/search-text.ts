/** Fewer digits than this are not searched among phones (decision 4). */
export const fewestPhoneDigits = 4;

/**
 * The `like` patterns for what somebody typed into a search box; all must match a person's words. A Chinese word may stand
 * anywhere in a name, since names are stored with all their endings; letters are pinyin from three on, initials below;
 * four digits and more are part of a phone or of a room, fewer begin a room.
 */
export function patternsOf(typed: string): string[] {
  return typed.normalize('NFKC').toLowerCase().trim().split(/\s+/).flatMap(wordsOf).slice(0, 6).map(patternOf);
}

/** Whether these patterns look inside phones: such a search is logged and limited (decision 4). */
export function looksInPhones(patterns: readonly string[]): boolean {
  return patterns.some((pattern) => /^%( ?p)?[\d_]+%$/.test(pattern));
}

/** `张三 1801` is two words, and so is `张三1801`; `3栋2单元1203` is said as `3-2-1203`. */
function wordsOf(word: string): string[] {
  const room = word.replace(/(栋|幢|号楼|座|#|单元)-?(?=\w)/g, '-').replace(/(?<=\d)(室|号|栋|幢|号楼|单元)$/, '');
  return room.match(/[\p{Script=Han}·]+|[^\p{Script=Han}·]+/gu) ?? [];
}

function patternOf(word: string): string {
  const masked = /^(1\d{2})[*•.…]+(\d{4})$/.exec(word);
  if (masked) return `%p${masked[1]}____${masked[2]}%`;
  const compact = /^[+\d-]{11,}$/.test(word) ? word.replace(/^\+?86(?=1)/, '').replaceAll('-', '') : word;
  const escaped = compact.replace(/[\\%_]/g, (character) => `\\${character}`);
  const digits = compact.replace(/\D/g, '').length;
  if (/^\d+$/.test(compact) && digits >= fewestPhoneDigits) return `%${escaped}%`;
  if (/^[a-z]{3,}$/.test(compact)) return `%${escaped}%`;
  return `% ${escaped}%`;
}
