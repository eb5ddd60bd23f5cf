import type { Page } from 'playwright-core';

// Whether a page fits a telephone and a thumb.

/** What sticks out of the screen to the side, outside of strips that scroll by themselves. */
export function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element): boolean =>
      element.parentElement !== null &&
      (['auto', 'scroll', 'hidden'].includes(getComputedStyle(element.parentElement).overflowX) ||
        scrolls(element.parentElement));
    return [...document.querySelectorAll('#root *')]
      .filter((element) => {
        const { left, right, width, height } = element.getBoundingClientRect();
        return width > 0 && height > 0 && (right > innerWidth + 1 || left < -1) && !scrolls(element);
      })
      .map((element) => `${element.tagName} ${element.className}`.slice(0, 80));
  });
}

/** What a thumb would miss: less than 44 pixels high or 28 wide, with what lies around it to be met instead. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const reach = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      const around = getComputedStyle(element, '::after');
      const isAround = around.content !== 'none' && around.position === 'absolute';
      const also = (side: 'top' | 'bottom' | 'left' | 'right') =>
        isAround ? -Number.parseFloat(around[side]) || 0 : 0;
      return { width: width + also('left') + also('right'), height: height + also('top') + also('bottom') };
    };
    return [...document.querySelectorAll('#root main a, #root main button')]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
          !element.closest('.pr-blocks, .yl-no-print'),
      )
      .map((element) => ({ element, ...reach(element) }))
      .filter(({ width, height }) => height > 0 && (height < 44 || width < 28))
      .map(
        ({ element, width, height }) =>
          `${element.textContent}${element.getAttribute('aria-label') ?? ''} ${element.className} ${width.toFixed(0)} × ${height.toFixed(0)}`,
      );
  });
}
