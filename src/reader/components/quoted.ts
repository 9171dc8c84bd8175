import type { QuotedPlace, QuotedPlaces } from '../../catalog/public/quotes.ts';
import type { Run, Runs } from '../../model/block.ts';
import { html, nothing, type Html } from './html.ts';
import { to } from '../routes.ts';
import { inline } from './text.ts';

/**
 * A paragraph's text with its direct quotations as `<q>`, each citing the page of the person who said it where there is one.
 * The marks are the author's own and stay outside; the style sheet gives none of its own.
 */
export function withQuotes(
  text: Runs,
  places: NonNullable<ReturnType<QuotedPlaces['get']>>,
  language: string,
): Html {
  const pieces: { runs: Run[]; place: QuotedPlace | undefined }[] = [];
  let at = 0;
  const put = (run: Run, place: QuotedPlace | undefined) => {
    const last = pieces.at(-1);
    if (last !== undefined && last.place === place) last.runs.push(run);
    else pieces.push({ runs: [run], place });
  };
  for (const run of text) {
    const end = at + run.text.length;
    const cuts = [
      ...new Set([
        at,
        ...places.flatMap(({ at: from, until }) => [from, until]).filter((cut) => cut > at && cut < end),
        end,
      ]),
    ].sort((a, b) => a - b);
    for (const [i, from] of cuts.slice(0, -1).entries()) {
      const until = cuts[i + 1] ?? end;
      const inside = places.find((place) => from >= place.at && until <= place.until);
      put({ ...run, text: run.text.slice(from - at, until - at) }, inside);
    }
    at = end;
  }
  return html`${pieces.map(({ runs, place }) => {
    const words = inline(runs, language);
    if (place === undefined) return words;
    const cite = place.person === undefined ? nothing : html` cite="${to.entity('person', place.person)}"`;
    return html`<q${cite}>${words}</q>`;
  })}`;
}
