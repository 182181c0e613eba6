import { expect, test } from 'vitest';
import { formatReadyLists, parseReadyLists } from './ready-lists.ts';

test('lists keep their names, their order and their films', () => {
  const table = [
    'list\tposition\ttitle\tyear\timdb',
    'palme\t1\tMarty\t1955\ttt0048356',
    'poll\t1\tJeanne Dielman\t1975\t',
    'palme\t2\tThe Silent World\t1956\ttt0049518',
    'unknown\t1\tNobody\t\t',
  ].join('\n');
  const heads = [
    { id: 'palme', name: "Palme d'Or", source: 'Cannes', isRanked: false },
    { id: 'poll', name: 'Poll', source: 'A magazine', isRanked: true },
  ];
  expect(parseReadyLists(formatReadyLists(heads, table))).toEqual([
    {
      ...heads[0],
      films: [
        { title: 'Marty', year: 1955, ref: 'imdb:tt0048356' },
        { title: 'The Silent World', year: 1956, ref: 'imdb:tt0049518' },
      ],
    },
    { ...heads[1], films: [{ title: 'Jeanne Dielman', year: 1975, ref: 'title:jeanne-dielman:1975' }] },
  ]);
});
