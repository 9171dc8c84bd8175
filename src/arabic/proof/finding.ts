/** Every rule, in the order of the report. */
export const proofRules = [
  'hamzat-wasl',
  'hamzat-qat',
  'anna-inna',
  'teh-marbuta',
  'final-yeh',
  'final-hamza',
  'hamza-seat',
  'tanwin-hamza',
  'tanwin-place',
  'waw-alef',
  'spelling',
  'fixed-phrase',
  'contested',
  'number-noun',
  'house-style',
  'waw-apart',
  'doubled-word',
  'space-before-mark',
  'space-after-mark',
  'doubled-space',
  'space-in-brackets',
  'latin-mark',
  'repeated-mark',
  'quotation-marks',
  'unbalanced',
  'mixed-digits',
  'foreign-letter',
  'tatweel',
  'direction-mark',
  'wire-residue',
  'headline-length',
  'headline-stop',
] as const;
export type ProofRule = (typeof proofRules)[number];

/** One place in a text that an editor should look at. */
export interface Finding {
  rule: ProofRule;
  /** JavaScript string indices into the text as it was given, end exclusive. */
  start: number;
  end: number;
  /** True where a copy editor need not think: exactly one suggestion, right in every context. */
  certain: boolean;
  /** What could stand there instead, the likeliest first; an empty string takes the place away. May be empty. */
  suggestions: readonly string[];
  /** Of the explanation: its key in the catalogues (`ProofMessage`) and what stands in its places. */
  message: ProofMessage;
  params: Readonly<Record<string, string>>;
}

/** An explanation: a rule has one, or several for its several cases. */
export type ProofMessage =
  | Exclude<
      ProofRule,
      | 'anna-inna'
      | 'fixed-phrase'
      | 'contested'
      | 'teh-marbuta'
      | 'final-yeh'
      | 'waw-alef'
      | 'spelling'
      | 'number-noun'
    >
  | 'an-after-qawl'
  | 'an-without-hamza'
  | 'inna-after-verb'
  | 'heh-for-teh'
  | 'teh-for-heh'
  | 'alef-for-yeh'
  | 'yeh-for-alef'
  | 'waw-without-alef'
  | 'alef-after-waw'
  | 'zad-for-dad'
  | 'spelling'
  | 'in-shaa-allah'
  | 'la-siyyama'
  | 'ma-apart'
  | 'ma-zala'
  | 'mudaraa'
  | 'tawajud'
  | 'hamm'
  | 'sawiyyan'
  | 'sawfa-lan'
  | 'al-ghayr'
  | 'hayth-anna'
  | 'raisi'
  | 'few-singular'
  | 'many-plural'
  | 'number-gender';

/** A spelling that a house wants: «نتانياهو» → «نتنياهو». */
export interface HouseSpelling {
  from: string;
  to: string;
}

/** What the text is, and what the house wants. */
export interface ProofOptions {
  /** The text is a headline: its length and its end are looked at. */
  headline?: boolean;
  /** Letters that a headline may have. */
  headlineLetters?: number;
  /** The digits of the site; without it only a mixture is reported. */
  digits?: 'arab' | 'latn';
  /** Where fathatan stands in «شكرًا»; without it only a mixture is reported. */
  tanwin?: 'before-alef' | 'after-alef';
  /** «guillemets» for straight and curly quotation marks; without it none is reported. */
  quotes?: 'guillemets';
  /** Spellings that the house wants, names above all. */
  house?: readonly HouseSpelling[];
  /** Only these rules. */
  rules?: ReadonlySet<ProofRule>;
}
