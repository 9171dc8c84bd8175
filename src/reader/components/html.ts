import { html as template, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export { raw };

/** Markup that is safe to send: made only by `html` (which escapes every value) or by `raw` on our own words. */
export type Html = HtmlEscapedString;

/**
 * Hono's auto-escaping template, held to be synchronous: strings and numbers are escaped, arrays joined; undefined,
 * null and booleans give nothing.
 * @throws TypeError when a value is a promise (a programming mistake: loaders await before they render).
 */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Html {
  const result = template(strings, ...values);
  if (result instanceof Promise) throw new TypeError('a promise stands in a template');
  return result;
}

/** Nothing, as markup. */
export const nothing: Html = raw('');
