import { PageBody, PageHeader, PanelSlot, useText } from '@yilu/platform/web';
import { settingsCards } from './slots.ts';
import { texts } from './text.ts';

/** The first page of settings: what can be set, in the order of the menu, with how it stands. */
export function SettingsPage() {
  const t = useText();
  return (
    <>
      <PageHeader title={t(texts.settings)} />
      <PageBody>
        <div className="yl-link-cards">
          <PanelSlot slot={settingsCards} meanwhile={null} />
        </div>
      </PageBody>
    </>
  );
}
