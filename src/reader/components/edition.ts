import { dayKey, formatDate, formatHijri, formatTime } from '../../arabic/dates.ts';
import { formatNumber } from '../../arabic/numbers.ts';
import type { PublicCatalog } from '../../catalog/public/catalog.ts';
import type { Section, Site } from '../../model/site.ts';
import {
  fill,
  plural,
  readerStrings,
  type Language,
  type PluralForms,
  type ReaderStrings,
} from '../../strings/strings.ts';
import { gregorian } from './dates.ts';
import { html, type Html } from './html.ts';

/** How this site writes: its words, digits, months and zone. Made once for each page. */
export interface Edition {
  site: Site;
  sections: readonly Section[];
  language: Language;
  dir: 'rtl' | 'ltr';
  /** Words of the interface. */
  t: ReaderStrings;
  /** A count or a figure in the site's digits, grouped by thousands. */
  number(n: number): string;
  /** A year: never grouped. */
  year(at: number): string;
  /** A sentence of the catalogue with its places filled. */
  say(text: string, params: Readonly<Record<string, string | number>>): string;
  /** The form of a sentence for a count. */
  count(forms: PluralForms, n: number): string;
  /** «٢٣ تشرين الثاني ٢٠٢٦». */
  date(at: number): string;
  /** «٢٣ تشرين الثاني», where the year is plain. */
  dayAndMonth(at: number): string;
  /** «الاثنين ٢٣ تشرين الثاني ٢٠٢٦». */
  longDate(at: number): string;
  /** «١٣ جمادى الآخرة ١٤٤٨ هـ» where the site wants it and the calendar is sure of it. */
  hijri(at: number): string | undefined;
  /** «١٠:٤٢»: a clock time, since relative times grow wrong in kept pages. */
  clock(at: number): string;
  /** YYYY-MM-DD in the site's zone. */
  day(at: number): string;
  sectionName(id: string): string;
}

export function editionOf(catalog: PublicCatalog): Edition {
  const site = catalog.site();
  const sections = catalog.sections();
  const { language, timeZone } = site;
  const digits = language === 'ar' ? site.digits : 'latn';
  const number = (n: number) => formatNumber(n, { digits });
  return {
    site,
    sections,
    language,
    dir: language === 'ar' ? 'rtl' : 'ltr',
    t: readerStrings[language],
    number,
    year: (at) => gregorian(site, at, 'year'),
    say: fill,
    count: (forms, n) => plural(language, forms, n, number(n)),
    date: (at) => formatDate(at, 'long', site),
    dayAndMonth: (at) => formatDate(at, 'long', site).replace(/ \S+$/, ''),
    longDate: (at) => formatDate(at, 'full', site),
    hijri: (at) => (site.hijri ? formatHijri(at, { timeZone, digits, language }) : undefined),
    clock: (at) => formatTime(at, { timeZone, digits }).replace(/^[0٠](?=.:)/, ''),
    day: (at) => dayKey(at, timeZone),
    sectionName: (id) => sections.find((section) => section.id === id)?.name ?? '',
  };
}

/** `<time>` with what is shown and what machines read. */
export function time(at: number, shown: string | Html, name?: string): Html {
  const stamp = new Date(at).toISOString().replace('.000', '');
  return name === undefined
    ? html`<time datetime="${stamp}">${shown}</time>`
    : html`<time class="${name}" datetime="${stamp}">${shown}</time>`;
}
