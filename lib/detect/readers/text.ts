import { findTextSubject, readText } from '../read-text.ts';
import type { TextReader } from '../text-types.ts';
import { readTable } from './tables.ts';

/** The whole reader of texts, for what reads a page in one go. */
export const textReader: TextReader = { read: readText, readTable, findSubject: findTextSubject };
