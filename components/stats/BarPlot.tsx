import { useMemo } from 'preact/hooks';
import UPlot from 'uplot';
import { formatNumber } from '../../lib/i18n/messages.ts';
import { formatAxis, Plot, type PlotColours, type PlotOptions } from './Plot.tsx';

interface BarPlotProps {
  name: string;
  labels: string[];
  values: number[];
  /** In px. */
  height?: number;
  format?: (value: number) => string;
}

const widestBar = 64;
const labelWidth = 44;

/** Returns the indices of the bars that get a label, so that no labels overlap. */
function listLabelled(plot: UPlot, count: number): number[] {
  const step = Math.max(1, Math.ceil((count * labelWidth) / Math.max(1, plot.width - 60)));
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => at * step);
}

/** A chart of vertical bars, with as many labels as fit. */
export function BarPlot({
  name,
  labels,
  values,
  height,
  format = (value) => formatNumber(value),
}: BarPlotProps) {
  const data = useMemo((): UPlot.AlignedData => [labels.map((_label, at) => at), values], [labels, values]);
  const options = useMemo(
    () =>
      (colours: PlotColours): PlotOptions => ({
        legend: { show: false },
        cursor: { show: false },
        scales: {
          x: { time: false, range: () => [-0.6, labels.length - 0.4] },
          y: { range: (_plot, _low, high) => [0, Math.max(1, high) * 1.06] },
        },
        axes: [
          formatAxis(colours, {
            grid: { show: false },
            size: 28,
            splits: (plot) => listLabelled(plot, labels.length),
            values: (_plot, splits) => splits.map((at) => labels[at] ?? ''),
          }),
          formatAxis(colours, { size: 46, values: (_plot, splits) => splits.map(format) }),
        ],
        series: [
          {},
          {
            stroke: colours.amberEdge,
            fill: colours.amber,
            width: 1,
            points: { show: false },
            ...(UPlot.paths.bars && { paths: UPlot.paths.bars({ size: [0.72, widestBar], radius: 0.12 }) }),
          },
        ],
      }),
    [labels, format],
  );
  return <Plot name={name} data={data} options={options} {...(height !== undefined && { height })} />;
}
