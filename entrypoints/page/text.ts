/** Reads running text, and puts badges into it. */
export { textReader } from '../../lib/detect/read-text.ts';
export { textParts } from '../../components/badge/text-parts.ts';
