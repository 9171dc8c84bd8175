import type { Runs } from '../src/model/block.ts';

/** What the marks of a text may ask for from outside it. */
export interface MarkupPlaces {
  /** Root-relative address of a story by its key. @throws Error for an unknown key. */
  storyAddress(key: string): string;
  /** «الثلاثاء» for the day so many days after the story's own. */
  weekday(days: number): string;
  /** «٢٣ تشرين الثاني» for the same. */
  date(days: number): string;
}

type Marks = Omit<Runs[number], 'text'>;

const tokens = /\*\*|\[|\]\((?<address>[^)\s]+)\)|\{(?<mark>[a-z]{2,4})\|(?<inner>[^{}]*)\}/g;

/**
 * The sample newsroom's way of writing a text: `**strong**`, `[words](https://…)`, `[words](story:205)`,
 * `{en|Latin words}` for another language, `{day|2}` and `{date|-1}` for days counted from the story's own
 * (its time moves with the moment at which the sample is loaded).
 * @throws Error naming the text when a mark is not closed.
 */
export function parseMarkup(text: string, places: MarkupPlaces): Runs {
  const runs: Runs = [];
  let strong = false;
  let linkFrom: number | undefined;
  let at = 0;

  const put = (piece: string, marks: Marks = {}) => {
    if (piece === '') return;
    const before = runs.at(-1);
    const all: Marks = strong ? { ...marks, strong: true } : marks;
    const joins =
      before !== undefined &&
      runs.length !== linkFrom &&
      before.strong === all.strong &&
      before.lang === all.lang &&
      before.href === undefined;
    if (joins) before.text += piece;
    else runs.push({ text: piece, ...all });
  };

  for (const token of text.matchAll(tokens)) {
    put(text.slice(at, token.index));
    at = token.index + token[0].length;
    const { address, mark, inner } = token.groups ?? {};
    if (token[0] === '**') strong = !strong;
    else if (token[0] === '[') {
      if (linkFrom !== undefined) throw new Error(`a link inside a link: ${text}`);
      linkFrom = runs.length;
    } else if (address !== undefined) {
      if (linkFrom === undefined) throw new Error(`a link without its beginning: ${text}`);
      const href = address.startsWith('story:') ? places.storyAddress(address.slice(6)) : address;
      for (const run of runs.slice(linkFrom)) run.href = href;
      linkFrom = undefined;
    } else if (mark === 'day') put(places.weekday(Number(inner)));
    else if (mark === 'date') put(places.date(Number(inner)));
    else if (mark !== undefined && inner !== undefined) put(inner, { lang: mark });
  }
  put(text.slice(at));
  if (strong || linkFrom !== undefined) throw new Error(`a mark without its end: ${text}`);
  return runs;
}
