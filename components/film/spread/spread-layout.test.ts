import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutSpread, type PlacedPoint, type SpreadPoint } from './spread-layout.ts';

const widthOf = ({ text }: PlacedPoint): number => ((text.length * 7 + 14) / 260) * 100;

const somePoint = fc.record<SpreadPoint>({
  who: fc.constantFrom('you', 'critics', 'audience', 'readers'),
  at: fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
  text: fc.constantFrom('8.0', '95%', '4½', '100%', '7.25'),
});

test('labels never overlap and never leave the line', () => {
  fc.assert(
    fc.property(fc.array(somePoint, { minLength: 1, maxLength: 12 }), (points) => {
      const placed = layOutSpread(points);
      for (const label of placed) {
        expect(label.labelAt - widthOf(label) / 2).toBeGreaterThanOrEqual(-0.01);
        expect(label.labelAt + widthOf(label) / 2).toBeLessThanOrEqual(100.01);
        for (const other of placed) {
          if (other === label || other.row !== label.row) continue;
          const apart = Math.abs(other.labelAt - label.labelAt);
          expect(apart).toBeGreaterThan((widthOf(label) + widthOf(other)) / 2);
        }
      }
    }),
  );
});

test('puts marks at the same place into different lanes', () => {
  fc.assert(
    fc.property(fc.array(somePoint, { minLength: 2, maxLength: 8 }), (points) => {
      const placed = layOutSpread(points);
      for (const [index, mark] of placed.entries()) {
        const near = placed.filter((other, at) => at !== index && Math.abs(other.at - mark.at) < 4);
        expect(near.map(({ lane }) => lane)).not.toContain(mark.lane);
      }
    }),
  );
});

test('keeps labels over their marks if there is room', () => {
  const placed = layOutSpread([
    { who: 'critics', at: 80, text: '80%' },
    { who: 'you', at: 30, text: '1½' },
  ]);
  expect(placed.map(({ who, at, labelAt, row, lane }) => [who, at, labelAt, row, lane])).toEqual([
    ['you', 30, 30, 0, 0],
    ['critics', 80, 80, 0, 0],
  ]);
});
