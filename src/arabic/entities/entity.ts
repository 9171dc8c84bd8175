export type EntityKind = 'person' | 'place' | 'organisation';

/** Why a mention was taken for an entity. */
export type Reason =
  /** Its name is in the gazetteer: a record of the newsroom, a country, a town, a known organisation. */
  | 'known'
  /** A person's title or office stands before the name. */
  | 'title'
  /** It begins with a given name. */
  | 'given-name'
  /** It begins with a noun that heads names of organisations or places («وزارة», «مدينة»). */
  | 'head-noun'
  /** A family name alone, or a shorter form, of somebody whom the text names in full elsewhere. */
  | 'shorter';

/** One mention. Offsets are JavaScript string indices into the text as it was given, end exclusive. */
export interface Entity {
  kind: EntityKind;
  start: number;
  end: number;
  /** The fullest name that the text gives for it, as written there, without what is before a name (و، ب، ل، ف، ك). */
  name: string;
  /** Certain ones may be shown as they are; the others are suggestions to be confirmed. */
  certain: boolean;
  /** 0–1: what share of mentions found for this reason and as sure as this one is right, roughly. */
  confidence: number;
  why: Reason;
  /** The gazetteer's id of it, where it has one. */
  id?: string;
}

/** What is known beforehand: a record of the newsroom, or an entry of the built-in lists. */
export interface KnownEntity {
  kind: EntityKind;
  name: string;
  otherNames: readonly string[];
  /** Undefined for entries of the built-in lists. */
  id?: string;
  /** The name is also an ordinary word or another's name («الكاف», «مالي»): alone it is no more than a suggestion. */
  ambiguous?: boolean;
}
