import { followScheme } from '../ui/page/follow-scheme.ts';
import { useEffect, useRef } from 'preact/hooks';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

/** The colours of the page, for a canvas, which style sheets do not reach. */
export interface PlotColours {
  ink: string;
  faint: string;
  line: string;
  amber: string;
  amberEdge: string;
  teal: string;
  plum: string;
}

export type PlotOptions = Omit<UPlot.Options, 'width' | 'height'>;

interface PlotProps {
  /** Describes the chart for screen readers. */
  name: string;
  height?: number;
  data: UPlot.AlignedData;
  options: (colours: PlotColours) => PlotOptions;
}

const names: Record<keyof PlotColours, string> = {
  ink: '--ink-2',
  faint: '--ink-3',
  line: '--line',
  amber: '--amber',
  amberEdge: '--amber-edge',
  teal: '--teal',
  plum: '--plum',
};

/** Returns the style sheet's colours as computed for the current colour scheme. */
function readColours(element: HTMLElement): PlotColours {
  const probe = document.createElement('span');
  element.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    ink: read(names.ink),
    faint: read(names.faint),
    line: read(names.line),
    amber: read(names.amber),
    amberEdge: read(names.amberEdge),
    teal: read(names.teal),
    plum: read(names.plum),
  };
  probe.remove();
  return colours;
}

const font = '11.5px ui-sans-serif, system-ui, sans-serif';

/** Returns an axis in the colours of the page. */
export function formatAxis(colours: PlotColours, axis: UPlot.Axis = {}): UPlot.Axis {
  return {
    stroke: colours.faint,
    font,
    grid: { stroke: colours.line, width: 1 },
    ticks: { show: false },
    ...axis,
  };
}

/** A uPlot chart that follows the width of its container and the page's colour scheme. */
export function Plot({ name, height = 190, data, options }: PlotProps) {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let plot: UPlot | null = null;
    const draw = (): void => {
      plot?.destroy();
      const width = element.clientWidth;
      plot =
        width === 0 ? null : new UPlot({ ...options(readColours(element)), width, height }, data, element);
    };
    const watcher = new ResizeObserver(() =>
      plot ? plot.setSize({ width: element.clientWidth, height }) : draw(),
    );
    draw();
    watcher.observe(element);
    const unfollow = followScheme(draw);
    return () => {
      watcher.disconnect();
      unfollow();
      plot?.destroy();
    };
  }, [data, options, height]);
  return <div ref={container} class="plot" role="img" aria-label={name} />;
}
