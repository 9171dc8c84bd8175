/** Markup that is already XML. Only `element` and `document` make it, so that text can never pass for markup. */
export interface Xml {
  readonly xml: string;
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;
type Child = Xml | string | undefined;

/**
 * Characters that XML 1.0 cannot hold, not even as a reference, and the C1 controls, which it advises against.
 * Source: https://www.w3.org/TR/xml/#charsets
 */
const impossible = /[[\p{Cc}\uFFFE\uFFFF]--[\t\n\r]]/gv;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser would read these as a space (in attributes) or a line feed; a reference keeps them as written.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * Text as it may stand in an element or an attribute, in XML 1.0 and in HTML: characters that XML cannot hold are
 * left out, half a surrogate pair becomes U+FFFD, `>` is escaped too so that no `]]>` can arise.
 */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(impossible, '')
    .replace(/[&<>"'\r]/g, (c) => references[c] ?? c);
}

function escapeAttribute(text: string): string {
  return escapeXml(text).replace(/[\t\n]/g, (c) => references[c] ?? c);
}

/**
 * An element; attributes that are undefined are left out. Strings among the children are text. Without children it is
 * `<x/>`; with them, be they empty, `<x></x>`, so that what is also read as HTML has no unclosed element.
 */
export function element(name: string, attributes: Attributes = {}, children?: readonly Child[]): Xml {
  const attrs = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('');
  if (children === undefined) return { xml: `<${name}${attrs}/>` };
  return { xml: `<${name}${attrs}>${fragment(children).xml}</${name}>` };
}

/** Children side by side, without an element around them. */
export function fragment(children: readonly Child[]): Xml {
  const parts = children.map((child) =>
    child === undefined ? '' : typeof child === 'string' ? escapeXml(child) : child.xml,
  );
  return { xml: parts.join('') };
}

/** A whole document: declaration, then the root element. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}
