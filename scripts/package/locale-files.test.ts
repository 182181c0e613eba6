import { expect, test } from 'vitest';
import { removeDescriptions } from './locale-files.ts';

test('removeDescriptions removes descriptions and keeps placeholders', () => {
  const source = {
    year: { message: 'in $YEAR$', description: 'A year', placeholders: { year: { content: '$1' } } },
    description: { message: 'Description', description: 'A label' },
  };
  expect(JSON.parse(removeDescriptions(JSON.stringify(source)))).toEqual({
    year: { message: 'in $YEAR$', placeholders: { year: { content: '$1' } } },
    description: { message: 'Description' },
  });
});
