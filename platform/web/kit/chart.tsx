import type { EChartsOption } from 'echarts';
import { useEffect, useRef } from 'react';
import { useTheme } from '../theme/brightness.ts';
import { type Brightness, tokens } from '../theme/tokens.ts';
import './chart.css';

/** The colours of a chart in the brightness of the moment. */
export interface ChartInk {
  /** Categories, in order; more than six: group the rest as 其他. */
  readonly categories: readonly string[];
  /** Amounts, few to many. */
  readonly sequence: readonly string[];
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  readonly soon: string;
  readonly late: string;
  readonly ground: string;
}

interface ChartProps {
  /** What one would see, in a sentence: the chart's text for those who do not. */
  readonly label: string;
  /** Built from the ink; must not change identity on every render. */
  readonly option: (ink: ChartInk) => EChartsOption;
  /** Pixels. */
  readonly height?: number;
  readonly onChoose?: (name: string) => void;
}

/** A chart as SVG. The library is fetched when the first chart is shown; charts do not animate. */
export function Chart({ label, option, height = 280, onChoose }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { brightness } = useTheme();
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let dispose = () => {};
    let gone = false;
    void import('./chart-engine.ts').then(({ draw }) => {
      if (gone) return;
      const ink = chartInk(brightness);
      dispose = draw({
        element,
        option: { ...common(ink), ...option(ink) },
        words: ink.quiet,
        line: ink.line,
        onChoose: (name) => choose.current?.(name),
      });
    });
    return () => {
      gone = true;
      dispose();
    };
  }, [option, brightness]);
  return <div ref={frame} className="yl-chart" style={{ height }} role="img" aria-label={label} />;
}

export function chartInk(brightness: Brightness): ChartInk {
  const { antd, own } = tokens[brightness];
  return {
    categories: own.chart,
    sequence: own.sequence,
    text: antd.colorText,
    quiet: antd.colorTextSecondary,
    line: antd.colorBorderSecondary,
    accent: antd.colorPrimary,
    soon: own.warningMark,
    late: antd.colorError,
    ground: antd.colorBgContainer,
  };
}

function common(ink: ChartInk): EChartsOption {
  return {
    animation: false,
    color: [...ink.categories],
    textStyle: { fontFamily: tokens.scale.antd.fontFamily, fontSize: 12, color: ink.quiet },
    grid: { left: 8, right: 16, top: 24, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
  };
}
