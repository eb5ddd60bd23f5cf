import { noticePanels, PanelSlot, useText, useViewer } from '@yilu/platform/web';
import { Popover } from 'antd';
import { useState } from 'react';
import { AccountMenu } from './account-menu.tsx';
import { texts } from './texts.ts';

/** Who is signed in, at the foot of the navigation. */
export function UserBlock() {
  const t = useText();
  const viewer = useViewer();
  const [open, setOpen] = useState(false);
  return (
    <div className="yl-user">
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="topLeft"
        arrow={false}
        content={<AccountMenu onDone={() => setOpen(false)} />}
      >
        <button type="button" className="yl-plain yl-user-open" aria-expanded={open}>
          <span className="yl-hidden">{t(texts.account)}</span>
          <span className="yl-avatar" aria-hidden="true">
            {viewer.name.slice(0, 1)}
          </span>
          <span className="yl-user-name">
            <b>{viewer.name}</b>
            <span>{viewer.note}</span>
          </span>
        </button>
      </Popover>
      <PanelSlot slot={noticePanels} meanwhile={null} />
    </div>
  );
}
