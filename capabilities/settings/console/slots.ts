import { panelSlot } from '@yilu/platform/web';

/** Cards on the first page of settings, such as staff and roles. */
export const settingsCards = panelSlot<object>('settings.cards');
