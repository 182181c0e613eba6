/** Requests the films of a page and shows their badges. */
export { createPageFilms } from './page-films.ts';
