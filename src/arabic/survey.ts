import { findEntities } from './entities/find-entities.ts';
import type { Gazetteer } from './entities/gazetteer.ts';
import type { Entity } from './entities/entity.ts';
import { languageOfText, type TextLanguage } from './language.ts';
import { findQuotes } from './quotes/find-quotes.ts';
import type { Quote } from './quotes/quote.ts';
import { findDateline, type FoundDateline } from './reading/find-dateline.ts';
import { countWords, readingMinutes } from './words.ts';

/** What the library sees in a text. All offsets are JavaScript string indices (UTF-16 units), end exclusive. */
export interface Survey extends TextLanguage {
  words: number;
  sentences: number;
  paragraphs: number;
  /** Whole minutes of silent reading, at least 1. */
  readingMinutes: number;
  /** Null where there is none beyond doubt. */
  dateline: FoundDateline | null;
  /** By `start`. */
  quotes: Quote[];
  /** By `start`; none within another. */
  entities: Entity[];
}

/**
 * Looks at a text as it stands: nothing is cleaned, joined or normalised before, so every offset counts in the text
 * as it was given, byte order mark, carriage returns, harakat and halves of surrogate pairs included. Never throws; linear.
 */
export function survey(text: string, gazetteer: Gazetteer): Survey {
  const words = countWords(text);
  return {
    ...languageOfText(text),
    words,
    ...countSentences(text),
    readingMinutes: readingMinutes(words),
    dateline: findDateline(text),
    quotes: findQuotes(text),
    entities: findEntities(text, gazetteer),
  };
}

/** A sentence ends at . ؟ ! ? … before a space, a closing mark or the end; a paragraph, and its sentence, at a line's end. */
function countSentences(text: string): { sentences: number; paragraphs: number } {
  let sentences = 0;
  let paragraphs = 0;
  for (const line of text.split(/[\n\r\u2028\u2029]+/)) {
    const parts = line.split(/[.؟!?…۔]["»”'’)\]]{0,3}(?=\s|$)/).filter((part) => /[\p{L}\p{N}]/u.test(part));
    sentences += parts.length;
    if (parts.length > 0) paragraphs++;
  }
  return { sentences, paragraphs };
}
