import { useMemo } from 'preact/hooks';
import type UPlot from 'uplot';
import { formatNumber } from '../../lib/i18n/messages.ts';
import { formatAxis, Plot, type PlotColours, type PlotOptions } from './Plot.tsx';

interface LinePlotProps {
  name: string;
  labels: string[];
  /** Null leaves a gap. */
  values: (number | null)[];
  /** The ends of the vertical axis. */
  range: [number, number];
  /** The labelled values on it. */
  marks: number[];
}

const mostNames = 8;

/** A line over time, with a point for each known value. */
export function LinePlot({ name, labels, values, range, marks }: LinePlotProps) {
  const data = useMemo((): UPlot.AlignedData => [labels.map((_label, at) => at), values], [labels, values]);
  const options = useMemo(
    () =>
      (colours: PlotColours): PlotOptions => ({
        legend: { show: false },
        cursor: { show: false },
        scales: { x: { time: false, range: () => [-0.4, labels.length - 0.6] }, y: { range: () => range } },
        axes: [
          formatAxis(colours, {
            grid: { show: false },
            size: 28,
            splits: () => {
              const step = Math.max(1, Math.ceil(labels.length / mostNames));
              return labels.map((_label, at) => at).filter((at) => at % step === 0);
            },
            values: (_plot, splits) => splits.map((at) => labels[at] ?? ''),
          }),
          formatAxis(colours, {
            size: 40,
            splits: () => marks,
            values: (_plot, splits) => splits.map((value) => formatNumber(value, 1)),
          }),
        ],
        series: [
          {},
          {
            stroke: colours.amberEdge,
            width: 2,
            spanGaps: true,
            points: { show: true, size: 6, fill: colours.amber, stroke: colours.amberEdge },
          },
        ],
      }),
    [labels, range, marks],
  );
  return <Plot name={name} data={data} options={options} />;
}
