import type { EChartsOption } from 'echarts';
import { BarChart, GraphChart, HeatmapChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([
  AriaComponent,
  BarChart,
  GraphChart,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  LineChart,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  PieChart,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
  VisualMapComponent,
]);

export interface Drawing {
  readonly element: HTMLElement;
  readonly option: EChartsOption;
  /** Words along the axes, and the lines behind the marks. */
  readonly words: string;
  readonly line: string;
  readonly onChoose: (name: string) => void;
}

/** Draws, follows the element's size, and answers how to take it away. */
export function draw({ element, option, words, line, onChoose }: Drawing): () => void {
  const axis = {
    axisLabel: { color: words },
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: line } },
  };
  const theme = { categoryAxis: axis, valueAxis: axis, timeAxis: axis, legend: { textStyle: { color: words } } };
  const chart = init(element, theme, { renderer: 'svg' });
  chart.setOption(option);
  chart.on('click', (event) => onChoose(event.name));
  const size = new ResizeObserver(() => chart.resize());
  size.observe(element);
  return () => {
    size.disconnect();
    chart.dispose();
  };
}
