import { givenNames } from '../given-names.ts';
import { roles } from '../quotes/role-words.ts';
import { speechForm } from '../quotes/speech-verbs.ts';
import { isLedeVerb } from '../reading/words.ts';
import { isStopWord } from '../stop-words.ts';
import { commonWords } from './common-words.ts';
import { isNationality } from './countries.ts';

/** Folded given names that stop words share a spelling with: «علي» and «على». */
const alsoNames = new Set(['علي']);

/** Whether a folded word, as it stands or without the article, is a word of the language and no name. */
export function isKnownWord(key: string): boolean {
  return commonWords.has(key) || isSmallWord(key) || roles.has(key) || isNationality(key);
}

/** A particle, a pronoun, a verb of being; no given name is one here. */
export const isSmallWord = (key: string): boolean => isStopWord(key) && !alsoNames.has(key);

/** What is written together with a word before it. */
const before = /^(?:[وف]?(?:[بكل]?ال|لل)|[وفبكل]|[وف][بل]|س)(?=..)/;
const after = /(?:هما|ها|هم|هن|نا|ه|ا|ت|وا|ون|ين|ات)$/;

/**
 * Whether a folded word is a common one with what is written together with it («وعمرها», «كشاهدة», «سيعود»). Given
 * names are none of these.
 */
export function isCommonForm(key: string): boolean {
  if (isKnownWord(key)) return true;
  if (givenNames.has(key)) return false;
  // Verbs that news begins with, and verbs of speech, stand next to names.
  if (isLedeVerb(key) || speechForm(key) !== undefined) return true;
  const rest = key.replace(before, '');
  for (const word of [rest, key.replace(/^[وف][بل]/, '')]) {
    if (word !== key && word.length > 2 && (isKnownWord(word) || givenNames.has(word))) return true;
  }
  // Before an ending only و is read off as well: «كاميرون» is not ك with «أميرون».
  for (const one of key.startsWith('و') ? [key, rest] : [key]) {
    const stem = one.replace(after, '');
    if (stem !== one && stem.length > 2 && (isKnownWord(stem) || isKnownWord(`${stem}ه`))) return true;
  }
  // «يواصل», «تعتزم»: the verb of a known noun or verb.
  return /^س?[يت]...+/.test(key) && isKnownWord(key.replace(/^س?[يت]/, ''));
}
