import { panelSlot } from '@yilu/platform/web';

/** Cards on the first page of settings: each page under settings has one, of the same order as in the menu. */
export const settingsCards = panelSlot<object>('settings.cards');
