/** The sources of scores that the user can choose to show first, by their id in `SourceScore`. */
export const scoreSources: { id: string; name: string }[] = [
  { id: 'imdb', name: 'IMDb' },
  { id: 'letterboxd', name: 'Letterboxd' },
  { id: 'metacritic', name: 'Metacritic' },
  { id: 'rottentomatoes', name: 'Rotten Tomatoes' },
  { id: 'tmdb', name: 'TMDB' },
];
