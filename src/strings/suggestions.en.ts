import type { Catalogue, PluralForms } from './catalogue.ts';
import type { ar } from './suggestions.ar.ts';

const suggestions: PluralForms = { one: '{n} suggestion', other: '{n} suggestions' };
const mentions: PluralForms = { one: 'named once', other: 'named {n} times' };
const ignored: PluralForms = { one: '{n} suggestion ignored.', other: '{n} suggestions ignored.' };

export const en: Catalogue<typeof ar> = {
  title: 'In the text',
  suggestions,
  mentions,
  nothing: 'Nothing in the text to suggest.',
  uncertain: 'Uncertain',
  noRecord: 'No record',
  link: 'Link to the story',
  create: 'Create a record and link it',
  ignore: 'Ignore',
  ignored,
  showAgain: 'Show again',
  dateline: 'Dateline',
  takeDateline: 'Move to its field',
  quotation: 'Quotation',
  unnamed: 'Nobody named',
  pullQuote: 'Make a pull quote',
  alike: 'Similar story',
  alikeBy: '{percent}% of the same words',
  open: 'Open the story',
  linked: 'Linked to the story',
  unlink: 'Remove {name}',
  failed: 'Not accepted: {reason}',
  taken: 'Accepted: {what}',
  keys: 'F2 for the next, F4 accepts, Shift F4 ignores.',
};
