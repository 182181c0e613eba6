import { describe, expect, test } from 'vitest';
import { assignColumns } from './assign-columns.ts';

/** What the columns of a table are taken for, as text. */
function describeColumns(header: string[], ...rows: string[][]): string {
  const { read, unread } = assignColumns(header, (at) => rows.map((row) => row[at] ?? ''));
  const parts = read.map(({ field, column }) => `${field}=${column}`);
  return [...parts, ...unread.map((name) => `-${name}`)].join(' ');
}

describe('the names of columns', () => {
  const cells = [
    ['Ran', '1985', '2024-05-01', '9'],
    ['Volver', '2006', '2024-05-13', '6'],
    ['Druk', '2020', '2024-06-02', '7'],
  ];
  test.each([
    ['en', 'Movie title', 'Production year', 'Day watched', 'My score'],
    ['en', 'MOVIE_NAME', 'RELEASE_YEAR', 'LAST_WATCHED', 'USER_SCORE'],
    ['en', 'movieTitle', 'movieYear', 'watchedAt', 'yourRating'],
    ['en', '🎬 Film', '📅 Year', 'Seen on:', '⭐ Stars'],
    ['de', 'Filmtitel (deutsch)', 'Produktionsjahr', 'Zuletzt gesehen', 'Meine Wertung'],
    ['nl', 'Filmnaam', 'Jaartal', 'Datum gezien', 'Mijn cijfer'],
    ['sv', 'Filmens titel', 'Premiärår', 'Såg den', 'Mitt betyg'],
    ['da', 'Filmtitel', 'Udgivelsesår', 'Set den', 'Min karakter'],
    ['no', 'Filmtittel', 'Utgivelsesår', 'Sett dato', 'Terningkast'],
    ['fi', 'Elokuvan nimi', 'Valmistumisvuosi', 'Katselupäivä', 'Arvosanani'],
    ['fr', 'Titre du film', 'Année de production', 'Vu le', 'Ma note /10'],
    ['es', 'Película', 'Año de estreno', 'Fecha de visionado', 'Mi puntuación'],
    ['it', 'Nome del film', 'Anno di produzione', 'Data di visione', 'Il mio giudizio'],
    ['pt', 'Nome do filme', 'Ano de lançamento', 'Assistido em', 'Minha nota'],
    ['ro', 'Titlul filmului', 'Anul apariției', 'Data vizionării', 'Nota mea'],
    ['ca', 'Títol', 'Any', 'Data vista', 'Puntuació'],
    ['pl', 'Nazwa filmu', 'Rok wydania', 'Data seansu', 'Moja punktacja'],
    ['cs', 'Název filmu', 'Rok výroby', 'Zhlédnuto', 'Moje hodnocení'],
    ['sk', 'Názov filmu', 'Rok výroby', 'Dátum pozretia', 'Moje hodnotenie'],
    ['hu', 'A film címe', 'Gyártás éve', 'Megtekintés dátuma', 'Értékelésem'],
    ['hr', 'Naslov filma', 'Godina', 'Datum gledanja', 'Moja ocjena'],
    ['el', 'Τίτλος ταινίας', 'Έτος παραγωγής', 'Ημερομηνία θέασης', 'Η βαθμολογία μου'],
    ['ru', 'Название фильма', 'Год выпуска', 'Когда посмотрел', 'Мой рейтинг'],
    ['uk', 'Назва фільму', 'Рік виходу', 'Дата перегляду', 'Мій бал'],
    ['bg', 'Заглавие', 'Година', 'Гледан на', 'Оценка'],
    ['tr', 'Filmin adı', 'Yapım yılı', 'İzlenme tarihi', 'Puanım'],
    ['he', 'שם הסרט', 'שנת יציאה', 'תאריך צפייה', 'הדירוג שלי'],
    ['ar', 'اسم الفيلم', 'سنة الإصدار', 'تاريخ المشاهدة', 'تقييمي'],
    ['ja', '映画タイトル', '公開年', '鑑賞した日', '私の評価'],
    ['ko', '영화 제목', '개봉 연도', '관람한 날짜', '나의 별점'],
    ['zh', '电影名称', '上映年份', '观影日期', '我的打分'],
    ['zh', '電影名稱', '年份', '觀看日期', '評分'],
    ['vi', 'Tên phim', 'Năm sản xuất', 'Ngày xem', 'Điểm'],
    ['id', 'Judul film', 'Tahun rilis', 'Tanggal menonton', 'Nilai'],
  ])('%s: %s, %s, %s, %s', (_, title, year, day, rating) => {
    const wanted = `title=${title} year=${year} watchedOn=${day} rating=${rating}`;
    expect(describeColumns([title, year, day, rating], ...cells)).toBe(wanted);
    const turned = cells.map((row) => row.toReversed());
    expect(describeColumns([rating, day, year, title], ...turned)).toBe(wanted);
  });

  test('a score of everybody is never the user’s', () => {
    for (const name of [
      'Average rating',
      'IMDb Rating',
      'tmdb_score',
      'Critics score',
      'global_rating',
      'Metascore',
      '豆瓣评分',
      'Durchschnittsnote',
      'Nota media',
      'Średnia ocena',
    ])
      expect(describeColumns(['Title', name], ['Ran', '8'], ['Heat', '7'])).toBe(`title=Title -${name}`);
    const both = describeColumns(['Title', 'IMDb rating', 'Rating'], ['Ran', '8', '4'], ['Heat', '7', '2']);
    expect(both).toBe('title=Title rating=Rating -IMDb rating');
  });

  test('a day of adding, rating or release is not the day of a viewing', () => {
    for (const name of [
      'Date added',
      'created_at',
      'Rated on',
      'Hinzugefügt am',
      'Date rated',
      'Listed at',
      'Ajouté le',
      'Дата добавления',
      '登録日',
      'Date modified',
    ])
      expect(describeColumns(['Title', name], ['Ran', '2024-01-02'], ['Up', '2024-01-03'])).toBe(
        `title=Title -${name}`,
      );
    for (const name of [
      'Release date',
      'Released',
      'Kinostart',
      'Date de sortie',
      'Fecha de estreno',
      'Дата выхода',
    ])
      expect(describeColumns(['Title', name], ['Ran', '1985-06-01'])).toBe(`title=Title releaseDate=${name}`);
  });

  test('nor is a review by critics, or a day of rating without any day', () => {
    expect(describeColumns(['Title', 'Critics review'], ['Ran', 'A masterpiece.'])).toBe(
      'title=Title -Critics review',
    );
    expect(describeColumns(['Title', 'Rating date'], ['Ran', ''])).toBe('title=Title -Rating date');
  });

  test('words that nobody knows make a name less sure', () => {
    const certainty = (name: string) =>
      assignColumns(['Title', name], (at) => [['Ran'], ['8']][at] ?? []).read[1]?.certainty;
    expect(certainty('Rating')).toBe('sure');
    expect(certainty('Rating number')).toBe('likely');
    expect(certainty('Zorg rating number')).toBe('unsure');
    expect(certainty('Count')).toBeUndefined();
  });

  test('of two people’s ratings none is surely the user’s', () => {
    const { read } = assignColumns(
      ['Title', 'Rating Ana', 'Rating Ben'],
      (at) => [['Ran'], ['8'], ['7']][at] ?? [],
    );
    expect(read[1]).toEqual({ field: 'rating', column: 'Rating Ana', certainty: 'unsure' });
  });

  test('names of other facts are not read', () => {
    const header = ['Title', 'Genre', 'Runtime', 'Country', 'Cast', 'Mood', 'Popcorn'];
    expect(describeColumns(header, ['Ran', 'Drama', '162', 'Japan', 'Nakadai', 'sad', 'yes'])).toBe(
      'title=Title -Genre -Runtime -Country -Cast -Mood -Popcorn',
    );
  });

  test('one name is told apart by its cells', () => {
    expect(describeColumns(['Title', 'Watched'], ['Ran', '2024-01-02'])).toBe(
      'title=Title watchedOn=Watched',
    );
    expect(describeColumns(['Title', 'Watched'], ['Ran', 'yes'], ['Up', 'no'])).toBe(
      'title=Title watched=Watched',
    );
    expect(describeColumns(['Titre', 'Note'], ['Ran', '8'])).toBe('title=Titre rating=Note');
    expect(describeColumns(['Title', 'Note'], ['Ran', 'seen with Ana'])).toBe('title=Title note=Note');
    expect(describeColumns(['Title', 'Rewatch'], ['Ran', 'yes'])).toBe('title=Title rewatch=Rewatch');
    expect(describeColumns(['Title', 'Rewatches'], ['Ran', '3'])).toBe('title=Title rewatches=Rewatches');
  });
});

describe('columns without names that are known', () => {
  test('are read by their cells', () => {
    const rows = [
      ['1', 'Ran', '1985', '★★★★', '2024-01-05', 'tt0089881'],
      ['2', 'Heat', '1995', '★★★½', '2024-01-06', 'tt0113277'],
    ];
    expect(describeColumns(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'], ...rows)).toBe(
      'title=Q2 year=Q3 imdb=Q6 watchedOn=Q5 rating=Q4 -Q1',
    );
  });

  test('two columns of days are neither', () => {
    const rows = [['Ran', '2024-01-05', '2024-02-05']];
    expect(describeColumns(['Title', 'Q1', 'Q2'], ...rows)).toBe('title=Title -Q1 -Q2');
  });
});

test('the user’s choice is added to what is found', () => {
  const cells = [
    ['Ran', '1985', 'sad'],
    ['Up', '2009', 'glad'],
  ];
  const cellsOf = (at: number): string[] => cells.map((row) => row[at] ?? '');
  const { read } = assignColumns(['Title', 'Year', 'Mood'], cellsOf, { tags: 'Mood' });
  expect(read.map(({ field, column }) => `${field}=${column}`)).toEqual([
    'title=Title',
    'year=Year',
    'tags=Mood',
  ]);
});

test.each(['No.', 'Nr', '№', 'Número', 'Номер', 'Numer'])(
  'a column %s alone is no number of viewings',
  (name) => {
    const rows = [
      ['7', 'Heat', '1995', '2024-11-28'],
      ['3', 'Her', '2013', '2024-11-29'],
      ['12', 'Alien', '1979', '2024-11-30'],
    ];
    expect(describeColumns([name, 'Film', 'Year', 'Watched on'], ...rows)).not.toContain('plays');
    expect(describeColumns(['No. of views', 'Film', 'Year', 'Watched on'], ...rows)).toContain(
      'plays=No. of views',
    );
  },
);
