import { panelSlot } from '@yilu/platform/web';

/** Where customers come from, offered while the book is empty. */
export const emptyBook = panelSlot<object>('segments.book.empty');
