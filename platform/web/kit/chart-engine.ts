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

/** Draws, follows the element's size, and answers how to take it away. */
export function draw(element: HTMLElement, option: EChartsOption, onChoose: (name: string) => void): () => void {
  const chart = init(element, undefined, { renderer: 'svg' });
  chart.setOption(option);
  chart.on('click', (event) => onChoose(event.name));
  const size = new ResizeObserver(() => chart.resize());
  size.observe(element);
  return () => {
    size.disconnect();
    chart.dispose();
  };
}
