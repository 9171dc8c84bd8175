import { annaInna } from './anna.ts';
import { mixedDigits } from './digits.ts';
import { type Finding, proofRules, type ProofOptions, type ProofRule } from './finding.ts';
import { headlineFindings } from './headline.ts';
import { tehMarbuta } from './heh.ts';
import { houseList, houseSpelling } from './house.ts';
import { finalHamza, hamzaSeat, tanwinHamza } from './last-hamza.ts';
import { foreignLetters } from './letters-foreign.ts';
import { latinMarkFindings, quotationMarks, repeatedMarks, strayMarks, unbalanced } from './marks.ts';
import { numberNoun } from './number-noun.ts';
import { phrase } from './phrases.ts';
import { hamzatQat } from './qat.ts';
import { wireResidue } from './residue.ts';
import { doubledWord, spacing, wawApart } from './spacing.ts';
import { spelling } from './spelling.ts';
import { tanwinPlace } from './tanwin.ts';
import { hamzatWasl } from './wasl.ts';
import { wawAlef } from './waw-alef.ts';
import { type ProofWord, proofWords } from './words.ts';
import { finalYeh } from './yeh.ts';

/**
 * What a copy editor would mark in an Arabic text, in the order of the text: hamzas, endings, spacing, marks, leftovers of a
 * wire, the house's own spellings. Nothing is changed: a finding has its place (JavaScript string indices of the text as given),
 * its explanation's key and what could stand there. One that is `certain` may be applied without reading; for others the
 * context decides. Of findings about one word the first rule's stands. Linear; never throws.
 *
 * Sources: the rules of the hamza and of the final letters by the school grammars (قواعد الإملاء), the connecting hamza by
 * the verbal forms VII–X and the ten nouns; what is contested says so and is never certain.
 */
export function proof(text: string, options: ProofOptions = {}): Finding[] {
  const wanted = (rule: ProofRule) => options.rules?.has(rule) ?? true;
  const words = proofWords(text);
  const house = houseList(options.house ?? []);
  const found: Finding[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) break;
    const before = words[i - 1];
    // The order is that of precedence: the first that has something to say about a word says it.
    const spelled =
      (house.size > 0 ? houseSpelling(text, words, i, house) : undefined) ??
      phrase(text, words, i) ??
      annaInna(text, words, i) ??
      byItself(text, word) ??
      foreignLetters(text, word) ??
      finalYeh(text, word, before) ??
      wawAlef(text, word);
    if (spelled && wanted(spelled.rule)) found.push(spelled);
    for (const other of [numberNoun(text, words, i), wawApart(text, words, i), doubledWord(text, words, i)]) {
      if (other && wanted(other.rule)) found.push(other);
    }
  }
  const signs = [
    ...spacing(text),
    ...latinMarkFindings(text),
    ...repeatedMarks(text),
    ...(options.quotes === 'guillemets' ? quotationMarks(text) : []),
    ...unbalanced(text),
    ...mixedDigits(text, options),
    ...strayMarks(text),
    ...tanwinPlace(text, options),
    ...wireResidue(text),
    ...(options.headline === true ? headlineFindings(text, options) : []),
  ];
  for (const sign of signs) if (wanted(sign.rule)) found.push(sign);
  return found.sort((a, b) => a.start - b.start || a.end - b.end || order.get(a.rule) - order.get(b.rule));
}

/** What the rules say of a word without looking at its neighbours; the first of them counts. */
function byItself(text: string, word: ProofWord): Finding | undefined {
  // Nine words of ten stood in the text before: what is said of them is kept, but for those whose harakat are to be kept too.
  if (word.bare.length > LONGEST_WORD) return undefined;
  const keep = !word.marked && word.bare.length <= LONGEST_KEPT;
  const kept = keep ? known.get(word.bare) : undefined;
  if (kept === null) return undefined;
  if (kept) return { ...kept, start: word.start, end: word.end };
  const found =
    spelling(text, word) ??
    hamzatWasl(text, word) ??
    hamzatQat(text, word) ??
    tehMarbuta(text, word) ??
    finalHamza(word) ??
    tanwinHamza(text, word) ??
    hamzaSeat(word);
  if (keep) {
    if (known.size >= MOST_KEPT) known.clear();
    known.set(word.bare, found ?? null);
  }
  return found;
}

/** Longer runs of letters are no words. */
const LONGEST_WORD = 40;
const known = new Map<string, Finding | null>();
/** The different words of some thousand stories; 4 MB when full. */
const MOST_KEPT = 40_000;
/** V8 keeps a slice of 13 or more code units as a view that holds the whole text. */
const LONGEST_KEPT = 12;

const order = { get: (rule: ProofRule) => proofRules.indexOf(rule) };

/**
 * The text with the first suggestion of every certain finding; of findings that overlap the first. What is not certain
 * stays, so that nothing changes that an editor should have read.
 */
export function applyCertain(text: string, findings: readonly Finding[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, certain, suggestions } of findings) {
    const [suggestion] = suggestions;
    if (!certain || suggestion === undefined || suggestions.length > 1 || start < at) continue;
    out += text.slice(at, start) + suggestion;
    at = end;
  }
  return out + text.slice(at);
}
