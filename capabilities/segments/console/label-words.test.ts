import { Activity, Lifecycle, ValueClass } from '@yilu/platform/web';
import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { activities, labelValueText, lifecycles, valueClasses } from '../contract/index.ts';

// The kit draws a label with its word; filters, exports, notices and Today take the word from the contract of segments. Platform
// knows no capability, so that both have it: they must be the same word.

test.each([
  ...lifecycles.map((value) => ['lifecycle', value, Lifecycle] as const),
  ...valueClasses.map((value) => ['value', value, ValueClass] as const),
  ...activities.map((value) => ['activity', value, Activity] as const),
])('%s %s is called the same as a chip and in a file', (label, value, Chip) => {
  const drawn = renderToStaticMarkup(createElement(Chip as FunctionComponent<{ value: string }>, { value }));
  expect(drawn.replaceAll(/<[^>]*>/g, '')).toBe(labelValueText(label, value).zh);
});
