import { noticePanels, PanelSlot, usePanels, useText, useViewer } from '@yilu/platform/web';
import { Popover } from 'antd';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import { AccountMenu } from './account-menu.tsx';
import { texts } from './texts.ts';

/** Who is signed in, at the foot of the navigation. */
export function UserBlock() {
  const t = useText();
  const viewer = useViewer();
  const [open, setOpen] = useState(false);
  const hasNotices = usePanels(noticePanels).length > 0;
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
      {hasNotices && (
        <Popover trigger="click" placement="topRight" arrow={false} content={<PanelSlot slot={noticePanels} />}>
          <button type="button" className="yl-plain yl-bell" aria-label={t(texts.notices)}>
            <Bell size={16} aria-hidden="true" />
          </button>
        </Popover>
      )}
    </div>
  );
}
