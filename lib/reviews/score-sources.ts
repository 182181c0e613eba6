/** Sources of scores that a badge can be told to show first, by their ids in `SourceScore`. */
export const scoreSources: { id: string; name: string }[] = [
  { id: 'imdb', name: 'IMDb' },
  { id: 'letterboxd', name: 'Letterboxd' },
  { id: 'metacritic', name: 'Metacritic' },
  { id: 'rottentomatoes', name: 'Rotten Tomatoes' },
  { id: 'tmdb', name: 'TMDB' },
];
