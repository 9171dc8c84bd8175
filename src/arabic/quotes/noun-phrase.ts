import type { Item } from './items.ts';
import type { Span } from './quote.ts';
import type { Agreement } from './speech-verbs.ts';

/** A noun phrase that can speak. */
export interface Phrase {
  kind: 'person' | 'role' | 'organisation' | 'statement' | 'source' | 'place' | 'pronoun';
  /** Items `from` to `to` (exclusive), with titles before and after the name. */
  from: number;
  to: number;
  /** The mention: a person's name without titles, a description whole. */
  span: Span;
  /** Folded words of the name, article kept. */
  keys: string[];
  /** Bare nouns («وزير», «حركة») and adjectives by which it may be taken up again. */
  heads: string[];
  definite: boolean;
  agreement: Agreement;
  /** Whose statement it is, for a statement. */
  issuer?: Phrase;
  /** «(يوروبول)»: the short name in parentheses behind a body's, folded. */
  alias?: string;
  /** An office stands behind the name. */
  described?: true;
  /** «والدته»: the pronoun that it bears, of whoever was mentioned. */
  owner?: Agreement;
  /** Seen by its place only: no office and no first name that is known. */
  guessed?: true;
}

/** What a text is known to name so far. */
export interface Names {
  /** Whether a word (without article) is part of somebody's name. */
  knows(key: string): boolean;
  /** Whether it is the last word of a full name. */
  endsName(key: string): boolean;
  /** Whether the name of a body of the text that is longer ends with these words, their articles off, two at least. */
  closesBody(keys: readonly string[]): boolean;
  agreementOf(key: string): Agreement;
  /** What `read` gives for item `i`, read again only when another name has become known since; of parts of a text always. */
  phraseAt(items: readonly Item[], i: number, read: () => Phrase | undefined): Phrase | undefined;
}
