/** Chinese is the language of the product, English is complete. */
export type Language = 'zh' | 'en';

/** One sentence or label in both languages; a missing one does not compile. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}
