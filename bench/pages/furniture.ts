/**
 * Furniture by kind. A template is one or more lines; `{t}` is another story's headline, `{n}` a number, `{date}` and
 * `{time}` a moment, `{name}` a person, `{site}` and `{url}` the site, `{h}` the page's own headline, `{s}` a
 * reader's sentence.
 */
export type Kind =
  | 'navigation'
  | 'time stamp'
  | 'share'
  | 'tools'
  | 'caption'
  | 'advertisement'
  | 'inline link'
  | 'list'
  | 'agency end'
  | 'source'
  | 'tags'
  | 'prompt'
  | 'counter'
  | 'author note'
  | 'comments'
  | 'copyright'
  | 'foot';

export type Furniture = Readonly<Record<Kind, readonly string[]>>;

/** Where on a page each kind stands. */
export const places: Readonly<Record<'top' | 'under' | 'middle' | 'end' | 'foot', readonly Kind[]>> = {
  top: ['navigation'],
  under: ['time stamp', 'share', 'tools', 'caption', 'counter', 'advertisement'],
  middle: ['inline link', 'list', 'advertisement', 'prompt', 'caption'],
  end: ['agency end', 'source', 'tags', 'share', 'prompt', 'author note', 'list', 'inline link'],
  foot: ['list', 'comments', 'copyright', 'foot'],
};
