/** Browsers stop at 512 (Blink, Gecko); real pages stay below 60. */
const deepest = 500;
/** Elements that have no content, or whose end tag HTML lets an author leave out: they do not nest endlessly. */
const unnested = new Set(
  'area base br col embed hr img input link meta source track wbr param p li dt dd td th tr thead tbody tfoot option optgroup colgroup html head body'.split(
    ' ',
  ),
);
const tag = /<(\/?)([a-z][a-z0-9-]*)/gi;

/**
 * Leaves out the tags of elements nested deeper than 500, keeping their text. The parsers used here take
 * quadratic time in the depth of nesting (htmlparser2 keeps its stack in an array that it shifts), so that 200,000
 * nested elements would hold a processor for minutes. Linear; most markup is returned as it is.
 */
export function shallow(html: string): string {
  let depth = 0;
  let from = 0;
  const kept: string[] = [];
  tag.lastIndex = 0;
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    const name = (found[2] ?? '').toLowerCase();
    if (unnested.has(name)) continue;
    const closes = found[1] === '/';
    if (!closes && (name === 'script' || name === 'style')) {
      const end = html.indexOf(`</${found[2] ?? ''}`, tag.lastIndex);
      if (end < 0) break;
      tag.lastIndex = end + name.length + 2;
      continue;
    }
    if (closes) depth = Math.max(0, depth - 1);
    const tooDeep = depth >= deepest;
    if (!closes) depth++;
    if (!tooDeep) continue;
    const end = html.indexOf('>', found.index);
    if (end < 0) break;
    kept.push(html.slice(from, found.index));
    from = end + 1;
    tag.lastIndex = from;
  }
  return from === 0 ? html : kept.join('') + html.slice(from);
}
