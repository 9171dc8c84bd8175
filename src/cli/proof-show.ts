import { styleText } from 'node:util';
import type { Finding } from '../arabic/proof/finding.ts';
import { proofStrings } from '../strings/proof.ts';
import { fill, type Language } from '../strings/strings.ts';

/** Where a finding stands, both from 1; the column counts letters (code points). */
interface Place {
  line: number;
  column: number;
}

/** The places of findings in rising order, counted once through the text. */
export function placesOf(text: string, findings: readonly Finding[]): Place[] {
  let line = 1;
  let column = 1;
  let at = 0;
  return findings.map(({ start }) => {
    for (; at < start; at++) {
      const c = text.charCodeAt(at);
      if (c === 10) {
        line++;
        column = 1;
        // The second half of a pair is no letter of its own.
      } else if (c < 0xdc00 || c > 0xdfff) column++;
    }
    return { line, column };
  });
}

/** Letters of the line shown before and after the place. */
const AROUND = 32;
/** The excerpt is a run of its own: neither the place before it nor an underlining breaks its order. */
const ISOLATE = '\u2067';
const POP = '\u2069';

/** A finding for a person: its place and rule, the excerpt with the place marked, the explanation, the suggestions. */
export function showFinding(
  name: string,
  text: string,
  finding: Finding,
  place: Place,
  language: Language,
): string[] {
  const t = proofStrings[language];
  const sure = finding.certain ? ` (${t['cli:certain']})` : '';
  const lines = [
    `${styleText('bold', `${name}:${place.line}:${place.column}`)}  ${t[`rule:${finding.rule}`]}${sure}`,
    `  ${excerpt(text, finding)}`,
    `  ${explained(finding, language)}`,
  ];
  if (finding.suggestions.length > 0) {
    const suggestions = finding.suggestions.map((s) =>
      s.trim() === '' ? blank(s, t['cli:removal']) : `\u2068${s}${POP}`,
    );
    lines.push(`  ${fill(t['cli:suggestion'], { suggestions: suggestions.join(t['cli:or']) })}`);
  }
  return [...lines, ''];
}

const blank = (suggestion: string, removal: string) => (suggestion === '' ? removal : '␣');

export function explained(finding: Finding, language: Language): string {
  return fill(proofStrings[language][finding.message], finding.params);
}

/** Underlined in a terminal, in ⟦ ⟧ where there is no colour; spaces that are themselves the matter are made visible. */
function excerpt(text: string, { start, end }: Finding): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const to = newline < 0 ? text.length : newline;
  const begin = Math.max(from, start - AROUND);
  const stop = Math.min(to, end + AROUND);
  const before = `${begin > from ? '…' : ''}${plain(text.slice(begin, start))}`;
  const after = `${plain(text.slice(end, stop))}${stop < to ? '…' : ''}`;
  const marked = plain(text.slice(start, Math.min(end, start + 120))).replace(/^ +$| (?=[،؛؟!:.]$)/g, (s) =>
    '␣'.repeat(s.length),
  );
  const underlined = styleText('underline', marked, { stream: process.stdout });
  const shown = underlined === marked ? `⟦${marked}⟧` : underlined;
  return `${ISOLATE}${before}${shown}${after}${POP}`;
}

/** One line, without controls and direction marks that would reach the terminal, nor half a pair. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ').toWellFormed();
}
