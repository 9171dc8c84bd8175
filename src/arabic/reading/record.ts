/** A story as it was read from a page or a pasted text. Absent parts are undefined; texts are as written. */
export interface Reading {
  headline: string | undefined;
  kicker: string | undefined;
  standfirst: string | undefined;
  dateline: string | undefined;
  agency: string | undefined;
  reporter: string | undefined;
  /** Milliseconds since the epoch. */
  published: number | undefined;
  paragraphs: string[];
  /** Addresses of pictures. */
  images: string[];
  /** Everything that was left out, in order, as it stood. */
  dropped: string[];
}

export interface ReadingOptions {
  /** IANA zone for dates that name none; UTC if absent. */
  zone?: string;
}

export function emptyReading(): Reading {
  return {
    headline: undefined,
    kicker: undefined,
    standfirst: undefined,
    dateline: undefined,
    agency: undefined,
    reporter: undefined,
    published: undefined,
    paragraphs: [],
    images: [],
    dropped: [],
  };
}

/** A paragraph on its way through the rules; `index` is its place in the source. */
export interface Item {
  text: string;
  index: number;
  /** It is nothing but a link to another page. */
  link?: boolean;
}
