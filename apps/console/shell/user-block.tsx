import { noticePanels, PanelSlot, PopoverOpener, useText, useViewer } from '@yilu/platform/web';
import { AccountMenu } from './account-menu.tsx';
import { texts } from './texts.ts';

/** Who is signed in, at the foot of the navigation. */
export function UserBlock() {
  const t = useText();
  const viewer = useViewer();
  return (
    <div className="yl-user">
      <PopoverOpener placement="topLeft" content={(close) => <AccountMenu onDone={close} />}>
        <button type="button" className="yl-plain yl-user-open">
          <span className="yl-hidden">{t(texts.account)}</span>
          <span className="yl-avatar" aria-hidden="true">
            {viewer.name.slice(0, 1)}
          </span>
          <span className="yl-user-name">
            <b>{viewer.name}</b>
            <span>{viewer.note}</span>
          </span>
        </button>
      </PopoverOpener>
      <PanelSlot slot={noticePanels} meanwhile={null} />
    </div>
  );
}
