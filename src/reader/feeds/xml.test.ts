import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { element, escapeXml, xmlDocument } from './xml.ts';

const { DOMParser } = new JSDOM('').window;

/** Parses as a browser's XML parser does; throws on what is not well-formed. */
function parse(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const error = document.querySelector('parsererror');
  if (error !== null) throw new Error(error.textContent);
  return document;
}

/** What a document can hold of a text. */
function holdable(text: string): string {
  return text.toWellFormed().replace(/[[\p{Cc}\uFFFE\uFFFF]--[\t\n\r]]/gv, '');
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ']]>',
      '</',
      '<!--',
      '&',
      '"',
      "'",
      '\0',
      '\u202e',
      '\ud800',
      '\r',
      '\n',
      'خبر',
      '😀',
    ),
  }),
);

test('any text in an element comes back as it was, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const root = parse(xmlDocument(element('title', {}, [text]))).documentElement;
      expect(root.textContent).toBe(holdable(text));
      expect(root.childElementCount).toBe(0);
    }),
  );
});

test('any text in an attribute comes back as it was, line feeds and tabs included', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const root = parse(xmlDocument(element('link', { href: text }))).documentElement;
      expect(root.getAttribute('href')).toBe(holdable(text));
      expect(root.attributes).toHaveLength(1);
    }),
  );
});

test('escaped text has no character that begins markup, and none that XML forbids', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const escaped = escapeXml(text);
      expect(escaped).not.toMatch(/[<>"']/);
      expect(escaped.isWellFormed()).toBe(true);
      expect(escaped).toBe(holdable(escaped));
    }),
  );
});

test('an element with children, be they empty, is never written as self-closing', () => {
  expect(element('p', {}, []).xml).toBe('<p></p>');
  expect(element('img', { src: '/a.jpg', alt: undefined }).xml).toBe('<img src="/a.jpg"/>');
});
