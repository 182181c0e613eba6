import { useMemo } from 'preact/hooks';
import type UPlot from 'uplot';
import { formatNumber } from '../../lib/i18n/messages.ts';
import { formatAxis, Plot, type PlotColours, type PlotOptions } from './Plot.tsx';

interface ScatterPlotProps {
  name: string;
  /** Each from 0 to 100. */
  points: { x: number; y: number }[];
  xLabel: string;
  yLabel: string;
}

const ends: [number, number] = [0, 100];

/** Returns a score of 0 to 100 in stars: 50 gives "2.5". */
const formatStars = (points: number): string => formatNumber(points / 20, points % 20 === 0 ? 0 : 1);

/** Draws the line on which both scores are equal. */
function drawDiagonal(plot: UPlot, colour: string): void {
  const { ctx } = plot;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.setLineDash([4, 4]);
  ctx.beginPath();
  ctx.moveTo(plot.valToPos(0, 'x', true), plot.valToPos(0, 'y', true));
  ctx.lineTo(plot.valToPos(100, 'x', true), plot.valToPos(100, 'y', true));
  ctx.stroke();
  ctx.restore();
}

/** A scatter plot of two scores from 0 to 100. */
export function ScatterPlot({ name, points, xLabel, yLabel }: ScatterPlotProps) {
  const data = useMemo((): UPlot.AlignedData => {
    const sorted = [...points].sort((a, b) => a.x - b.x);
    return [sorted.map(({ x }) => x), sorted.map(({ y }) => y)];
  }, [points]);
  const options = useMemo(
    () =>
      (colours: PlotColours): PlotOptions => ({
        legend: { show: false },
        cursor: { show: false },
        scales: { x: { time: false, range: () => ends }, y: { range: () => [0, 104] } },
        hooks: { drawAxes: [(plot) => drawDiagonal(plot, colours.faint)] },
        axes: [
          formatAxis(colours, {
            label: xLabel,
            size: 28,
            labelSize: 18,
            labelFont: '12px sans-serif',
            values: (_plot, splits) => splits.map(formatStars),
          }),
          formatAxis(colours, {
            label: yLabel,
            labelSize: 18,
            labelFont: '12px sans-serif',
            size: 40,
            values: (_plot, splits) => splits.map(formatStars),
          }),
        ],
        series: [
          {},
          {
            stroke: colours.amberEdge,
            paths: () => null,
            points: { show: true, size: 7, width: 1, fill: colours.amber, stroke: colours.amberEdge },
          },
        ],
      }),
    [xLabel, yLabel],
  );
  return <Plot name={name} data={data} options={options} height={260} />;
}
