/** Chinese is the language of the product, English is complete. */
export type Language = 'zh' | 'en';

/** One sentence or label in both languages; a missing one does not compile. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** A word that follows a number, in English in its plural: `{ zh: '栋', en: 'buildings', one: 'building' }`. */
export interface Counted extends Sentence {
  readonly one: string;
}

/** 18 栋, 18 buildings, 1 building; thousands are parted. */
export function counted(count: number, word: Counted): Sentence {
  const shown = count.toLocaleString('en-US');
  return { zh: `${shown} ${word.zh}`, en: `${shown} ${count === 1 ? word.one : word.en}` };
}
