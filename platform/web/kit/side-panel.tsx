import { type ReactNode, useLayoutEffect } from 'react';
import { useIsPhone } from '../pages/phone.ts';
import { later, useOnce, useSoon } from './later.tsx';
import './side-panel.css';

interface SidePanelProps {
  readonly open: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot; the filled one last. */
  readonly foot?: ReactNode;
  /** Pixels at a desk; 420 by default. */
  readonly width?: number;
}

const Drawer = later(async () => (await import('./overlays.ts')).Drawer);

/** A panel at the right of a desk; on a telephone a sheet from below, as high as what is in it. */
export function SidePanel({ open, title, onClose, children, foot, width = 420 }: SidePanelProps) {
  const isPhone = useIsPhone();
  const wasOpened = useOnce(open);
  useReturningFocus(open);
  useSoon(Drawer);
  if (!wasOpened) return null;
  return (
    <Drawer
      open={open}
      title={title}
      onClose={onClose}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? 'auto' : width}
      className={isPhone ? 'yl-sheet' : 'yl-panel'}
      footer={foot ? <div className="yl-panel-foot">{foot}</div> : null}
      destroyOnHidden
      afterOpenChange={(isOpen) => isOpen && !isPhone && beginWithFirstField()}
    >
      {children}
    </Drawer>
  );
}

/** A panel that a page takes away while it is open leaves the focus nowhere; it goes back to what opened the panel. */
function useReturningFocus(open: boolean): void {
  // Before antd moves it into the panel.
  useLayoutEffect(() => {
    if (!open) return;
    const opener = document.activeElement;
    return () => {
      setTimeout(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
      });
    };
  }, [open]);
}

/** A form is written in from its first field on; on a telephone that would bring up the keyboard over it. */
function beginWithFirstField() {
  const body = document.querySelector('.ant-drawer-open .yl-panel .ant-drawer-body');
  if (!body || body.contains(document.activeElement)) return;
  body.querySelector<HTMLElement>('input:not([type="checkbox"], [type="radio"]), textarea')?.focus();
}
