/** Answers of TMDB (developer.themoviedb.org, read 2026-11). */
export const tmdbSearch = {
  adult: false,
  id: 152601,
  title: 'Her',
  original_title: 'Her',
  release_date: '2013-12-18',
  vote_average: 7.847,
  vote_count: 14321,
};

export const tmdbHer = {
  ...tmdbSearch,
  runtime: 126,
  genres: [{ id: 10749, name: 'Romance' }],
  external_ids: { imdb_id: 'tt1798709', wikidata_id: 'Q788822' },
  alternative_titles: { titles: [{ iso_3166_1: 'RU', title: 'Она', type: '' }] },
  credits: {
    cast: [{ name: 'Joaquin Phoenix', character: 'Theodore' }],
    crew: [
      { name: 'Spike Jonze', job: 'Director' },
      { name: 'Spike Jonze', job: 'Writer' },
    ],
  },
  reviews: {
    results: [
      {
        id: '52b23e0c760ee35afa0a2d8d',
        author: 'A Viewer',
        author_details: { username: 'viewer', rating: 8 },
        content: 'A quiet, odd love story.',
        created_at: '2014-02-04T12:00:00.000Z',
        url: 'https://www.themoviedb.org/review/52b23e0c760ee35afa0a2d8d',
      },
    ],
  },
};
