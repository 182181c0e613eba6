/** Reads running text, and puts badges into it. */
export { findTextSubject as findSubject, readText as read } from '../../lib/detect/read-text.ts';
export { textParts } from '../../components/badge/text-parts.ts';
