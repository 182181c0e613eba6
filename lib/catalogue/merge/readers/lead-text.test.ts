import { describe, expect, test } from 'vitest';
import { readDirectors, readSubject } from './lead-text.ts';
import { readPersonName } from './person-name.ts';

describe('readDirectors', () => {
  test.each<[string, string[]]>([
    ['X is a film directed by Ada B. One. It stars Bo Two.', ['Ada B. One']],
    ['X is a film written, directed, and produced by Ada One and starring Bo Two.', ['Ada One']],
    ['X is a film directed by Ada One and Bo Two.', ['Ada One', 'Bo Two']],
    ['X is a film directed by and starring Ada One.', ['Ada One']],
    ['X is a film directed by film noir specialist Ada One.', ['Ada One']],
    ['X was the directorial debut of actor Jan van der Berg, who wrote it.', ['Jan van der Berg']],
    ["It was directed by Sweet's husband, Marshall.", []],
    ['X is a film directed by American.', []],
    ['X is a film starring Ada One.', []],
  ])('%s', (lead, directors) => expect(readDirectors(lead)).toEqual(directors));
});

describe('readPersonName', () => {
  test.each<[string, string | null]>([
    ['Ada One', 'Ada One'],
    ['Academy Award-winner Ada One', 'Ada One'],
    ['British di', null],
    ['American Ada M. One', 'Ada M. One'],
    ['American', null],
    ['New York', null],
    ["Murray's", null],
    ["Ada One's", null],
    ['Academy Award-winning', null],
    ['Jack Warner', 'Jack Warner'],
    ['New Line Cinema', null],
    ['One', null],
    ['ada one', null],
  ])('%s', (text, name) => expect(readPersonName(text)).toBe(name));
});

describe('readSubject', () => {
  test.each([
    ['X is a 1950 Warner Bros. Looney Tunes cartoon.', 'film'],
    ['X is a 1988 American made-for-television drama film about Y.', 'tv'],
    ['X is a 2012 American short film.', 'short'],
    ['X is a Canadian animated television series.', 'series'],
    ['X is a 1983 American television miniseries directed by Y.', 'series'],
    ['X is a 2020 film based on the television series Y.', 'film'],
    ['X may refer to:', 'unknown'],
  ])('%s', (lead, subject) => expect(readSubject(lead)).toBe(subject));
});
