import { describe, expect, it } from 'vitest';
import { proofRules } from '../src/arabic/proof/finding.ts';
import { signInEvents } from '../src/accounts/events.ts';
import { verbs } from '../src/commands/policy.ts';
import { actions, documentKinds } from '../src/model/document.ts';
import { errorCodes } from '../src/model/errors.ts';
import { storyStatuses } from '../src/model/story-status.ts';
import { roles } from '../src/model/user.ts';
import { arrangingStrings } from '../src/strings/arranging.ts';
import { boardStrings } from '../src/strings/board.ts';
import { deskWorkStrings } from '../src/strings/desk-work.ts';
import { previewStrings } from '../src/strings/preview.ts';
import { dateFieldStrings } from '../src/strings/date-field.ts';
import { editorStrings } from '../src/strings/editor.ts';
import { frontStrings } from '../src/strings/fronts.ts';
import { unsavedStrings } from '../src/strings/unsaved.ts';
import { keyStrings } from '../src/strings/keys.ts';
import { listStrings } from '../src/strings/lists.ts';
import { pictureStrings } from '../src/strings/pictures.ts';
import { recordStrings } from '../src/strings/records.ts';
import { proofStrings } from '../src/strings/proof.ts';
import { suggestionStrings } from '../src/strings/suggestions.ts';
import {
  accountStrings,
  cliStrings,
  errorStrings,
  fieldStrings,
  fill,
  plural,
  readerStrings,
  termStrings,
  type PluralForms,
} from '../src/strings/strings.ts';

const catalogues = {
  readerStrings,
  errorStrings,
  cliStrings,
  arrangingStrings,
  boardStrings,
  deskWorkStrings,
  previewStrings,
  recordStrings,
  dateFieldStrings,
  editorStrings,
  frontStrings,
  keyStrings,
  unsavedStrings,
  listStrings,
  proofStrings,
  suggestionStrings,
  pictureStrings,
  accountStrings,
  fieldStrings,
  termStrings,
};
const flat = (text: string | PluralForms | Record<string, string>): string[] =>
  typeof text === 'string' ? [text] : Object.values(text);
const places = (text: string | Record<string, string>) =>
  [...new Set(flat(text).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].toSorted();

describe('the words of the interface', () => {
  for (const [name, { ar, en }] of Object.entries(catalogues)) {
    it(`are complete in Arabic and English: ${name}`, () => {
      expect(Object.keys(en).toSorted()).toEqual(Object.keys(ar).toSorted());
      for (const text of [...Object.values(ar), ...Object.values(en)].flatMap(flat))
        expect(text.trim()).not.toBe('');
    });

    it(`have the same places for values in both languages: ${name}`, () => {
      for (const key of Object.keys(ar) as (keyof typeof ar)[])
        expect([key, places(en[key])]).toEqual([key, places(ar[key])]);
    });

    it(`have all forms that Arabic counts with: ${name}`, () => {
      for (const text of Object.values(ar) as (string | Record<string, string>)[]) {
        if (typeof text !== 'string')
          expect(Object.keys(text).toSorted()).toEqual(['few', 'many', 'one', 'other', 'two', 'zero']);
      }
    });
  }

  it('count one and two without a figure, more with one, and few in the plural', () => {
    for (const catalogue of Object.values(catalogues)) {
      for (const [key, text] of Object.entries(
        catalogue.ar as Record<string, string | Record<string, string>>,
      )) {
        if (typeof text === 'string') continue;
        const { zero, one, two, few, many, other } = text;
        expect([key, new Set([zero, one, two, few]).size]).toEqual([key, 4]);
        expect([key, few === many || few === other]).toEqual([key, false]);
        for (const form of [zero, one, two])
          expect([key, form]).toEqual([key, expect.not.stringMatching(/\d|\{n\}/)]);
        for (const form of [few, many, other])
          expect([key, form]).toEqual([key, expect.stringContaining('{n}')]);
      }
    }
  });

  it('have a name for every rule of the proofreader', () => {
    const named = Object.keys(proofStrings.ar).filter((key) => key.startsWith('rule:'));
    expect(named.toSorted()).toEqual(proofRules.map((rule) => `rule:${rule}`).toSorted());
  });

  it('have a sentence for every error code', () => {
    expect(Object.keys(errorStrings.ar).toSorted()).toEqual([...errorCodes].toSorted());
  });

  it('speak to Arabic readers without Latin letters', () => {
    const latin = Object.entries(readerStrings.ar).filter(([, text]) =>
      flat(text).some((form) => /[A-Za-z]/.test(form.replace(/\{\w+\}/g, ''))),
    );
    expect(latin.map(([key]) => key)).toEqual([]);
  });

  it('name every verb, role, state, document and event of the newsroom', () => {
    const wanted = [
      ...verbs.map((verb) => `verb-${verb}`),
      ...roles.map((role) => `role-${role}`),
      ...storyStatuses.map((status) => `status-${status}`),
      ...actions.map((action) => `action-${action}`),
      ...documentKinds.map((kind) => `kind-${kind}`),
      ...signInEvents.map((event) => `event-${event}`),
    ];
    expect(wanted.filter((key) => !(key in termStrings.ar))).toEqual([]);
    const latin = Object.values({ ...termStrings.ar, ...fieldStrings.ar }).filter((text) =>
      flat(text).some((form) => /[A-Za-z]/.test(form.replace(/\{\w+\}/g, ''))),
    );
    expect(latin).toEqual([]);
  });

  it('count as Arabic does', () => {
    const minutes = readerStrings.ar.readingTime;
    const shown = [1, 2, 3, 10, 11, 99, 100, 101, 102].map((n) => plural('ar', minutes, n, String(n)));
    expect(shown[0]).not.toContain('1');
    expect(shown[1]).not.toContain('2');
    expect(shown[2]).toContain('دقائق');
    expect(shown[3]).toContain('دقائق');
    expect(shown[4]).toContain('دقيقة');
    expect(fill('{a}{b}', { a: 1 })).toBe('1{b}');
  });
});
