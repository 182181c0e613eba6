/** Outlines in a 24 by 24 box, clear down to 12 px. */
const paths = {
  pen: 'M4 20l1-4L16 5l3 3L8 19z',
  people:
    'M9 5a3.5 3.5 0 100 7 3.5 3.5 0 000-7M2.5 20c.5-4 3-6 6.5-6s6 2 6.500 6M16 5.500a3.500 3.500 0 010 6M18 14.500c2 .6 3.300 2.300 3.600 5',
  tick: 'M4.500 12.500l5 5 10-11',
  again: 'M5 12a7 7 0 0112-4.900L20 10M20 5v5h-5M19 12a7 7 0 01-12 4.900L4 14M4 19v-5h5',
  bookmark: 'M6 3.500h12v17l-6-4.500-6 4.500z',
  note: 'M5 6h14M5 12h14M5 18h9',
  close: 'M6 6l12 12M18 6L6 18',
  search: 'M10.500 4a6.500 6.500 0 100 13 6.500 6.500 0 000-13M15.500 15.500L21 21',
  hidden: 'M3 12s3.500-6 9-6 9 6 9 6-3.500 6-9 6-9-6-9-6M4 20L20 4',
  question: 'M8.500 8.500a3.500 3.500 0 117 0c0 2.500-3.500 2.700-3.500 5.500M12 18.500v.1',
  plus: 'M12 5v14M5 12h14',
  warning: 'M12 4l9 15.500H3zM12 10v4.500M12 17v.1',
  info: 'M12 3.500a8.500 8.500 0 100 17 8.500 8.500 0 000-17M12 11v5.500M12 7.500v.1',
  heart:
    'M12 20s-7.500-4.600-7.500-10A4.300 4.300 0 0112 7a4.300 4.300 0 017.500 3c0 5.400-7.500 10-7.500 10z',
  filter: 'M4 6h16M7 12h10M10 18h4',
  grid: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z',
  list: 'M4 6h16M4 12h16M4 18h16',
  'list-add': 'M4 6h16M4 12h10M4 18h7M17 14v7M13.500 17.500h7',
  calendar: 'M4 6h16v14H4zM4 10.500h16M8 3v5M16 3v5',
  months: 'M4 5v14M8 6h12M8 12h12M8 18h12',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  restore: 'M9 7L4 12l5 5M4 12h11a5 5 0 010 10h-2',
  download: 'M12 4v11M7 11l5 5 5-5M4 20h16',
  upload: 'M12 16V5M7 9l5-5 5 5M4 20h16',
  book: 'M12 6.500c-2-1.500-4.500-2-8-2v13c3.500 0 6 .5 8 2 2-1.500 4.500-2 8-2v-13c-3.500 0-6 .5-8 2v13',
  film: 'M4 4h16v16H4zM8 4v16M16 4v16M4 9h4M4 15h4M16 9h4M16 15h4M8 12h8',
  chart: 'M5 20v-8M12 20V4M19 20V9',
  transfer: 'M8 4v15M4.500 15.500L8 19l3.500-3.500M16 20V5M12.500 8.500L16 5l3.500 3.500',
  more: 'M5 12h.1M12 12h.1M19 12h.1',
  settings:
    'M12 9a3 3 0 100 6 3 3 0 000-6M12 2.500v3M12 18.500v3M2.500 12h3M18.500 12h3M5.300 5.300l2.100 2.100M16.600 16.600l2.100 2.100M5.300 18.700l2.100-2.100M16.600 7.400l2.100-2.100',
  out: 'M14 4.500h5.500V10M19.500 4.500L11 13M17 14v5.500H4.500V7H10',
  merge: 'M6 4v4a5 5 0 005 5h8M15 9l4 4-4 4M6 20v-3',
  split: 'M5 12h5l5-6h5M10 12l5 6h5M17 3l3 3-3 3M17 15l3 3-3 3',
  off: 'M12 3.500a8.500 8.500 0 100 17 8.500 8.500 0 000-17M6 6l12 12',
  folder: 'M3.500 6h6l2 2.500h9V19h-17z',
  cloud: 'M7 18.500a4 4 0 01-.4-8 5.500 5.500 0 0110.600-1.500 4.500 4.500 0 01.3 9.500z',
  server: 'M4 5h16v5H4zM4 14h16v5H4zM7.500 7.500v.1M7.500 16.500v.1',
  device: 'M4 5h16v11H4zM9 20h6M12 16v4',
  clock: 'M12 3.500a8.500 8.500 0 100 17 8.500 8.500 0 000-17M12 7.500V12l3 2',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9.500v.1',
} as const;

const solid = {
  star: 'M12 2.600l2.900 6 6.500.9-4.700 4.600 1.100 6.500L12 17.500l-5.800 3.100 1.100-6.500L2.600 9.500l6.500-.9z',
  diamond: 'M12 2l10 10-10 10L2 12z',
  'heart-full':
    'M12 20s-7.500-4.600-7.500-10A4.300 4.300 0 0112 7a4.300 4.300 0 017.500 3c0 5.400-7.500 10-7.500 10z',
  circle: 'M12 2a10 10 0 100 20 10 10 0 000-20',
} as const;

/** Icons that point along the line of the text, and so turn where it runs from right to left. */
const turning = new Set(['left', 'right', 'restore', 'note', 'list', 'months', 'chart']);

export type IconName = keyof typeof paths | keyof typeof solid;

interface IconProps {
  name: IconName;
  /** The width of the line, in 24ths of the icon's size. */
  weight?: number;
  class?: string;
}

/** An icon in the colour of the surrounding text. It is hidden from screen readers, so text must have the meaning. */
export function Icon({ name, weight = 2.2, class: className = '' }: IconProps) {
  return (
    <svg
      class={`icon ${turning.has(name) ? 'turns' : ''} ${className}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      {name in solid ? (
        <path fill="currentColor" d={solid[name as keyof typeof solid]} />
      ) : (
        <path
          fill="none"
          stroke="currentColor"
          stroke-width={weight}
          stroke-linecap="round"
          stroke-linejoin="round"
          d={paths[name as keyof typeof paths]}
        />
      )}
    </svg>
  );
}
