import type { Entity, EntityKind } from '../arabic/entities/entity.ts';
import type { Survey } from '../arabic/survey.ts';
import { cliStrings, fill, type Language } from '../strings/strings.ts';

/** Letters of a quotation that are shown. */
const shown = 90;

/** What was seen, as lines for a person. */
export function showSurvey(text: string, seen: Survey, language: Language): string[] {
  const t = cliStrings[language];
  const lines = [
    fill(t.analyseCounts, {
      language: nameOf(seen.language, language),
      words: seen.words,
      sentences: seen.sentences,
      paragraphs: seen.paragraphs,
      minutes: seen.readingMinutes,
    }),
  ];
  const { dateline } = seen;
  if (dateline !== null) {
    const parts = [dateline.place, dateline.agency, dateline.reporter].filter((part) => part !== undefined);
    lines.push(`${t.pageDateline}: ${parts.join(' · ')}`);
  }
  const comma = language === 'ar' ? '، ' : ', ';
  for (const [kind, label] of [
    ['person', t.analysePeople],
    ['place', t.analysePlaces],
    ['organisation', t.analyseBodies],
  ] as const) {
    const names = namesOf(seen.entities, kind, language === 'ar' ? ' (؟)' : ' (?)');
    if (names.length > 0) lines.push(`${label}: ${names.join(comma)}`);
  }
  if (seen.entities.some(({ certain }) => !certain)) lines.push(t.analyseUncertain);
  if (seen.quotes.length > 0) lines.push(fill(t.analyseQuotes, { count: seen.quotes.length }));
  for (const quote of seen.quotes) {
    const said = shortened(text.slice(quote.start, quote.end));
    const by = quote.speakerName === null ? t.analyseNobody : shortened(quote.speakerName);
    lines.push(`  ${by}: ${quote.kind === 'direct' ? `«${said}»` : said}`);
  }
  return lines;
}

/** Each name once, in the order of the text; an uncertain one with a question mark. */
function namesOf(entities: readonly Entity[], kind: EntityKind, mark: string): string[] {
  const names = new Map<string, boolean>();
  for (const entity of entities) {
    if (entity.kind === kind) names.set(entity.name, (names.get(entity.name) ?? false) || entity.certain);
  }
  return [...names].map(([name, certain]) => `${shortened(name)}${certain ? '' : mark}`);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > shown ? `${line.slice(0, shown - 1)}…` : line;
}

function nameOf(tag: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
}
