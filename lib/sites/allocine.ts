import type { SiteAdapter } from './types.ts';

/** The words that the tabs of a film's page add before and after its title. */
const tabNoise =
  /^(?:séances|[^\d:]{0,40}\b(?:du|le|un) film)\s+(?=\S)|\s?:\s(?:les )?(?:critiques?|avis|séances|casting|photos|vidéos|secrets|anecdotes|bandes?-annonces?|musiques?|box[ -]office|récompenses|news)(?:\s.*)?$/gi;

/** AlloCiné and its sister sites. They share templates and ids but not addresses. */
export const allocine: SiteAdapter = {
  id: 'allocine',
  name: 'AlloCiné',
  matches: [
    '*://www.allocine.fr/*',
    '*://www.adorocinema.com/*',
    '*://www.beyazperde.com/*',
    '*://www.filmstarts.de/*',
    '*://www.sensacine.com/*',
  ],
  isFilmSite: true,
  pages: [
    {
      // A tab of a film's page. Its heading can be the name of the tab.
      kind: 'film',
      path: /^\/film\/fichefilm-\d+\/./,
      subject: { title: ['meta[property="og:title"]@content', '.titlebar-title'], noise: tabNoise },
    },
    {
      kind: 'film',
      path: /^\/(?:film\/fichefilm|filmes\/filme-|filmler\/film-|kritiken\/\d|peliculas\/pelicula-)/,
      subject: {
        title: ['.titlebar-title', 'meta[property="og:title"]@content'],
        // The date on these pages is the local release; the year of production is in the list of facts.
        year: [
          {
            among: '.ovw-technical .item',
            label: /^(?:Année de production|Produktionsjahr|Año de producción|Ano de produção|Yapım yılı)/,
          },
        ],
        alternativeTitles: [
          '.meta-body-original-title',
          { among: '.meta-body-item', label: /^Titre original/ },
        ],
        directors: ['.meta-body-direction .blue-link', '.meta-body-direction a'],
        noise: tabNoise,
      },
    },
    {
      kind: 'series',
      path: /^\/(?:series\/(?:ficheserie|serie-)|serien\/\d|diziler\/dizi-)/,
      subject: { title: ['.titlebar-title', 'meta[property="og:title"]@content'] },
    },
    { kind: 'person', path: /^\/(?:personne|personalidades|stars|actores|sanatcilar)\// },
    { kind: 'search', path: /^\/(?:recherche|rechercher|suche|buscar|busca|ara)\b/ },
    { kind: 'list', path: /^\/(?:$|\?|films?\b|filmes|filmler|peliculas|salle|seance|kino|cine)/ },
  ],
  rows: [
    {
      item: 'a.meta-title-link, h2 > a[href*="/film"], h2 > a[href*="/pelicula"]',
      title: [''],
      notFilm: [{ selector: 'a[href*="/serie"], a[href*="/diziler/"]', kind: 'series' }],
    },
  ],
};
