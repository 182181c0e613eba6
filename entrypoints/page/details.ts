import type { DrawDetails } from '../../components/badge/badge.ts';
import { drawDetails as draw } from '../../components/badge/details.ts';
import { addStyle } from './show/badge-style.ts';
import detailsCss from '../../components/badge/details.css?inline';

/** Draws the details of a badge in a page. */
export const drawDetails: DrawDetails = (view, frame, button, signal) => {
  const root = frame.getRootNode();
  if (root instanceof ShadowRoot) addStyle(root, detailsCss);
  return draw(view, frame, button, signal);
};
