import { Dropdown, type MenuProps, Popover } from 'antd';
import { cloneElement, type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import './opener.css';

// A button and what it opens. What is opened comes into being with the first opening: a page has many such buttons, and antd
// makes ready each popover and menu that it draws, opened or not.

interface Opening {
  readonly onClick?: () => void;
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-haspopup'?: 'dialog' | 'menu';
}

interface PopoverOpenerProps {
  /** The button. */
  readonly children: ReactElement<Opening>;
  readonly content: ReactNode | ((close: () => void) => ReactNode);
  readonly placement: 'bottomLeft' | 'bottomRight' | 'topLeft';
}

/** A button that opens a popover; a click elsewhere or Escape closes it. */
export function PopoverOpener({ children, content, placement }: PopoverOpenerProps) {
  return (
    <Opener kind="dialog" button={children}>
      {(isOpen, close, place) => (
        <Popover
          open={isOpen}
          trigger={[]}
          placement={placement}
          arrow={false}
          content={typeof content === 'function' ? content(close) : content}
        >
          {place}
        </Popover>
      )}
    </Opener>
  );
}

interface MenuOpenerProps {
  readonly children: ReactElement<Opening>;
  readonly menu: MenuProps;
}

/** A button that opens a menu, whose first line then has the focus. */
export function MenuOpener({ children, menu }: MenuOpenerProps) {
  return (
    <Opener kind="menu" button={children}>
      {(isOpen, close, place) => (
        <Dropdown
          open={isOpen}
          trigger={[]}
          autoFocus
          menu={{
            ...menu,
            onClick: (clicked) => {
              close();
              menu.onClick?.(clicked);
            },
          }}
        >
          {place}
        </Dropdown>
      )}
    </Opener>
  );
}

interface OpenerProps {
  readonly kind: 'dialog' | 'menu';
  readonly button: ReactElement<Opening>;
  /** What is opened, around the place it points at. */
  readonly children: (isOpen: boolean, close: () => void, place: ReactElement) => ReactNode;
}

function Opener({ kind, button, children }: OpenerProps) {
  const { frame, isOpen, wasOpened, open, close } = useOpening();
  return (
    <span className="yl-opener" ref={frame}>
      {cloneElement(button, {
        onClick: () => (isOpen ? close() : open()),
        'aria-expanded': isOpen,
        'aria-haspopup': kind,
      })}
      {wasOpened && children(isOpen, close, <i className="yl-opener-place" aria-hidden="true" />)}
    </span>
  );
}

/** What lies over the page and may belong to what is open: a select's choices within a popover. */
const over = '.ant-popover, .ant-dropdown, .ant-select-dropdown, .ant-picker-dropdown';

function useOpening() {
  const frame = useRef<HTMLSpanElement>(null);
  const [state, change] = useState({ isOpen: false, wasOpened: false });
  const { isOpen } = state;
  const close = () => change((before) => ({ ...before, isOpen: false }));
  useEffect(() => {
    if (!isOpen) return;
    const isWithin = (target: EventTarget | null) =>
      target instanceof Element && (frame.current?.contains(target) || target.closest(over) !== null);
    const elsewhere = (event: PointerEvent) => isWithin(event.target) || close();
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      close();
      frame.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', elsewhere, true);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', elsewhere, true);
      document.removeEventListener('keydown', escape);
    };
  }, [isOpen]);
  return { ...state, frame, close, open: () => change({ isOpen: true, wasOpened: true }) };
}
