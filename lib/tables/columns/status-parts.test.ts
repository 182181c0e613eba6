import { describe, expect, test } from 'vitest';
import { findStatus } from './cell-words.ts';

describe('a status of several words', () => {
  test.each([
    [
      'watched',
      'Schon gesehen',
      'Fertig geschaut',
      'Har sett',
      'Ya la vi',
      'Già vista',
      'Już widziałam',
      'Már láttam',
      'Уже смотрел',
      'Το έχω δει',
      'I have seen it',
    ],
    [
      'planned',
      'Noch nicht geschaut',
      'Pas encore vu',
      'Ainda não vi',
      'Non ancora visto',
      'Nie widziałem',
      'Még nem láttam',
      'Ще не бачив',
      'Henüz izlemedim',
    ],
    [
      'planned',
      'À regarder',
      'Da guardare',
      'Te bekijken',
      'Att titta på',
      'Za gledati',
      'Посмотреть',
      'Να το δω',
      'Voglio vederlo',
      "Haven't seen",
      'Not yet watched',
    ],
    [
      'watching',
      'Schaue ich gerade',
      'Tittar just nu',
      'Sto guardando',
      'Katson parhaillaan',
      'En train de regarder',
      'Дивлюсь',
    ],
    [
      'dropped',
      'Nicht fertig geschaut',
      "Didn't finish it",
      'Не досмотрел',
      'Slutade titta',
      'Bıraktım',
      'La dejé',
    ],
    ['planned', '보고싶어요', '보고 싶어요', '还没看', 'これから見る'],
    ['watching', '시청중', '시청 중', '見ている途中'],
  ])('%s: %s', (status, ...cells) => {
    expect(cells.map(findStatus)).toEqual(cells.map(() => status));
  });

  test('titles, places and other words are not one', () => {
    for (const cell of [
      'Now You See Me',
      'Just Go with It',
      'See You Yesterday',
      'Never Let Me Go',
      'Not Okay',
      'To Die For',
      'The Seen and Unseen',
    ])
      expect(findStatus(cell)).toBeNull();
    for (const cell of [
      'No',
      'On',
      'A',
      'I',
      'Het',
      'View',
      'Ver',
      'See',
      'with Ana',
      'must see',
      'watch again',
      'Netflix',
      'not now',
    ])
      expect(findStatus(cell)).toBeNull();
  });
});
