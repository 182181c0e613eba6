/** The few drawings of the badge on 24 by 24, bold enough for 12 px. Apart from `ui/Icon` to keep pages light. */
const lines = {
  pen: 'M4 20l1-4L16 5l3 3L8 19z',
  people:
    'M9 5a3.500 3.500 0 100 7 3.500 3.500 0 000-7M2.500 20c.5-4 3-6 6.500-6s6 2 6.500 6M16 5.500a3.500 3.500 0 010 6M18 14.500c2 .6 3.300 2.300 3.600 5',
  tick: 'M4.500 12.500l5 5 10-11',
  hidden: 'M3 12s3.500-6 9-6 9 6 9 6-3.500 6-9 6-9-6-9-6M4 20L20 4',
  star: 'M12 2.600l2.900 6 6.500.9-4.700 4.600 1.100 6.500L12 17.500l-5.800 3.100 1.100-6.500L2.600 9.500l6.500-.9z',
} as const;

export function Glyph({ name }: { name: keyof typeof lines }) {
  return (
    <svg class={name} viewBox="0 0 24 24" aria-hidden="true">
      <path d={lines[name]} />
    </svg>
  );
}
