/** Requests the films of a page and shows their badges. */
export { createPageFilms } from './page-films.ts';
/** Tells the background whether the user has asked for the popup. */
export { takeGesture } from './show/gesture.ts';
