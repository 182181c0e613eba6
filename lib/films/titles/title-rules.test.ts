import { describe, expect, test } from 'vitest';
import { parseTitle } from './title-parse.ts';
import type { WorkKind } from '../types.ts';

const list = (words: string): string[] => words.split('|');

/** What is printed, and the title that is left of it. */
const reads = (text: string, title: string): void => {
  expect(parseTitle(text).title).toBe(title);
};

test.each(
  list(
    'IMDb|Rotten Tomatoes|Metacritic|Letterboxd|The Movie Database|The Movie Database (TMDB)|TMDB|Wikipedia|Wikipédia|Wikipedie|' +
      'Wikipedia, the free encyclopedia|Википедия|Trakt|Trakt.tv|JustWatch|Allociné|AlloCine|SensCritique|Filmweb|Кинопоиск|' +
      'FilmAffinity|ČSFD.cz|csfd.sk|MUBI|The Criterion Collection|Box Office Mojo|AllMovie|Fandango|Netflix|Prime Video|' +
      'Disney+|Max|HBO Max|Apple TV|Hulu|YouTube|Roger Ebert|The Guardian|Movieclips|豆瓣|豆瓣电影',
  ),
)('the name of the site %s behind a title is cut off', (site) => {
  for (const sign of ['-', '–', '—', '•', '·', '»']) reads(`Melancholia ${sign} ${site}`, 'Melancholia');
  reads(`Melancholia: ${site}`, 'Melancholia');
});

test.each(
  list(
    'Cannes|Venice|Venezia|Venedig|Berlin|Berlinale|Sundance|TIFF|Toronto|SXSW|Telluride|Locarno|Tribeca|Rotterdam|IFFR|NYFF|' +
      'BFI London|LFF|Karlovy Vary|Fantasia|Fantastic Fest|AFI Fest',
  ),
)('the festival %s before a title is cut off where a year or a review says that it is one', (festival) => {
  reads(`${festival} 2019: Parasite`, 'Parasite');
  reads(`${festival} ’19: Parasite`, 'Parasite');
  reads(`${festival} Review: Parasite`, 'Parasite');
  reads(`${festival} Film Festival 2019 Film Review – Parasite`, 'Parasite');
  expect(parseTitle(`${festival}: Parasite`).title).not.toBe('Parasite');
});

describe('a review', () => {
  test.each(
    list(
      'Review|Reviews|Kritik|Filmkritik|Filmkritiken|Rezension|Rezensionen|Critique|Critiques|Crítica|Criticas|Reseña|Reseñas|' +
        'Recensione|Recensioni|Recensie|Recensies|Recenze|Recenzja|Recenzje|Recension|Anmeldelse|Рецензия|Рецензии|Обзор',
    ),
  )('called %s is cut off before and behind a title', (word) => {
    reads(`${word}: Melancholia`, 'Melancholia');
    reads(`${word} – Melancholia`, 'Melancholia');
    reads(`${word} “Melancholia”`, 'Melancholia');
    reads(`Melancholia – ${word}`, 'Melancholia');
    reads(`Melancholia: ${word}`, 'Melancholia');
    reads(`Melancholia [${word}]`, 'Melancholia');
  });

  test.each<[of: string, kind: WorkKind | null]>([
    ['Film', 'film'],
    ['Movie', 'film'],
    ['Blu-ray', 'film'],
    ['Bluray', 'film'],
    ['DVD', 'film'],
    ['Short Film', 'film'],
    ['4K', null],
    ['TV', 'series'],
    ['TV Series', 'series'],
    ['Series', 'series'],
    ['Serial', 'series'],
    ['Book', 'book'],
    ['Novel', 'book'],
    ['Album', 'album'],
    ['Music', 'album'],
    ['Video Game', 'game'],
    ['Videogame', 'game'],
    ['Game', 'game'],
    ['Theatre', 'other'],
    ['Theater', 'other'],
    ['Play', 'other'],
    ['Podcast', 'other'],
  ])('of the kind "%s" says: %s', (of, kind) => {
    for (const text of [
      `${of} Review: Melancholia`,
      `Melancholia – ${of} Review`,
      `Melancholia ${of} review`,
    ])
      expect([text, parseTitle(text)]).toMatchObject([text, { title: 'Melancholia', kind }]);
  });

  test.each(
    list(
      'Review of |Crítica de |La crítica de |A crítica do |Critica da |Reseña de |Critique du film |Critique de |Kritik zu |' +
        'Filmkritik zu |Kritik zum Film |Kritik zur Serie |Recensione di |Recensione del film |Recenze na film |Recenze k filmu |' +
        'Crítica de cine: |Critique du film : |Recensione del film: |' +
        'Film Review #32: |Review #3: |Movie No. 5: |#12 – |Rewind, Review, and Re-Rate: ‘|El Veredicto….’',
    ),
  )('begins with %j', (before) => {
    const end = /[‘’]$/.test(before) ? '’' : '';
    reads(`${before}Melancholia${end}`, 'Melancholia');
  });

  test.each(
    list(
      ' review thread| Review Roundup| review embargo| review: a daring descent| review – a daring descent| review (spoilers)| review, part one|' +
        ' movie review & film summary| review and rating| film review & analysis| recensione| recenze| recensie| filmkritik| reseña|' +
        ' – The Review| – Our review| – My Review| : la critique| : les critiques presse| – Die Filmkritik| – La nostra recensione',
    ),
  )('ends with %j', (behind) => {
    reads(`Melancholia${behind}`, 'Melancholia');
  });
});

test.each(
  list(
    'Official Trailer: |First Look: |New Poster – |Final Trailer for |Official Teaser Trailer for |Official Discussion - |Official Clip: |' +
      'Prime Video: |Trakt Web: |Title: |Titre : |Título: |Titulo: |Titel: |Film: |Movie: |Película: |Фильм: |' +
      'avis sur le film |séances |seances du film |tout le casting du film |bande-annonce |bande-annonce du film |' +
      'Tags: |Category: |Categoría: |Categoria: |Catégorie : |Kategorie: |Archive: |Archives: |Schlagwort: |Schlagwort-Archiv: |Etiqueta: |' +
      '12. |11) |50.) |1. 8.8 |1. 8,8 |… ',
  ),
)('%j before a title is cut off', (before) => {
  reads(`${before}Melancholia`, 'Melancholia');
});

test.each(
  list(
    ' – Official Trailer| - Teaser|: Trailer|: Red Band Trailer| – International Trailer #2| — UK Trailer (HD)| Official Trailer| Final Trailer|' +
      ' Red Band Trailer| Teaser Trailer| Official Teaser Trailer| Trailer #1| Teaser #2| Ending Explained| – ending, explained at last|: Ending Explained|' +
      ' ****| **| ★★★| – ⭐⭐⭐⭐| ☆☆| ✩| ❤❤❤| ❤️❤️| 🌟| (★★★½)|' +
      ' 4/5| – 8,5/10| (15/20)| 88/100| [7.5 / 10] and more| (3.5/4)| Note : 4 / 6| rating: 3/4| Bewertung 5/6| Nota 3/4| Voto: 3/4| Score 5/6| Wertung: 5/6| Ocena 5/6',
  ),
)('%j behind a title is cut off', (behind) => {
  reads(`Melancholia${behind}`, 'Melancholia');
});

test.each(list('Netflix|Disney+|Prime Video|Max|HBO Max|Apple TV|Apple TV+|Hulu|Peacock'))(
  '"Watch" before a title is cut off where the site %s is named behind',
  (site) => {
    expect(parseTitle(`Watch Melancholia - ${site}`).title).toMatch(/^Melancholia/);
  },
);

test.each(
  list(
    'Review|Film Review|Trailer|Official Trailer|Teaser #2|HD|4K|4K UHD|UHD|IMAX|3D|3-D|Blu-ray|DVD|Director’s Cut|Directors Cut|Extended|' +
      'Extended Cut|Unrated|Uncut|Final Cut|Special Edition|Theatrical Version|Ultimate Edition|Remastered|Restored|Subbed|Dubbed|Subtitled|' +
      'OmU|OV|dt./OV|DF|VF|VOST|VOSTFR|VO|Spoilers|Spoiler-free|No Spoilers|Minor Spoilers|Re-release|Rerelease|20th Anniversary|' +
      '50th Anniversary Edition|G|PG|PG-13|R|NC-17|NR|12|12A|15|18|FSK 16|I|IV|US|UK|USA|film|films|movie|movies|cinema|cinéma|Kino|' +
      'Full Movie|Watch Online|Online|Home',
  ),
)('the label %j in brackets says nothing of the title', (label) => {
  expect(parseTitle(`Melancholia (${label})`)).toMatchObject({ title: 'Melancholia', alternativeTitles: [] });
});

test.each(
  list(
    'directed by|dir.|director:|dir:|Regie:|Regie führte|Regie|regia di|regia:|réal.|réalisé par|réalisation :|réalisateur :|reż.|režie:|' +
      'un film de|a film by|ein Film von|un film di|una película de|un filme de|dirigida por|реж.|режиссёр:|режиссер:',
  ),
)('"%s" is followed by the director', (words) => {
  const expected = { title: 'Melancholia', directors: ['Lars von Trier'] };
  expect(parseTitle(`Melancholia (${words} Lars von Trier)`)).toMatchObject(expected);
  expect(parseTitle(`Melancholia – ${words} Lars von Trier`)).toMatchObject(expected);
});

test.each(list('aka|a.k.a.|also known as|titre original :|original title:|título original:|Originaltitel:'))(
  '"%s" is followed by another name',
  (words) => {
    const expected = { title: 'Ringu', alternativeTitles: ['The Ring'] };
    expect(parseTitle(`Ringu (${words} The Ring)`)).toMatchObject(expected);
    expect(parseTitle(`Ringu, ${words} The Ring`)).toMatchObject(expected);
  },
);

test.each(
  list(
    'United States|Great Britain|New Zealand|South Korea|North Korea|West Germany|East Germany|Hong Kong|Czech Republic|Costa Rica|Sri Lanka|' +
      'Soviet Union|Saudi Arabia|Puerto Rico|Estados Unidos|Reino Unido|Nueva Zelanda|Corea del Sur|Corée du Sud|Royaume Uni|Nouvelle Zélande',
  ),
)('the country %s in brackets is nobody’s name', (country) => {
  expect(parseTitle(`Melancholia (${country}, 2011)`)).toMatchObject({
    title: 'Melancholia',
    year: 2011,
    directors: [],
    alternativeTitles: [],
  });
});
