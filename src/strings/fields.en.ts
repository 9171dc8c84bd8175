import type { Catalogue } from './catalogue.ts';
import type { ar } from './fields.ar.ts';

export const en: Catalogue<typeof ar> = {
  required: 'This field is required.',
  type: 'The value is not of the expected kind.',
  tooShort: 'Shorter than required: at least {least}.',
  tooLong: 'Longer than allowed: at most {most}.',
  tooSmall: 'Less than allowed: at least {least}.',
  tooBig: 'More than allowed: at most {most}.',
  email: 'This is not an e-mail address.',
  choice: 'This is not one of the choices.',
  unknown: 'This field is not accepted here.',
  alt: 'Describe this picture: what somebody who looks at it sees.',
  credit: 'Say whose picture this is.',
  rights: 'The rights to this picture have ended. Choose another.',
  contrastLight: 'This colour cannot be read on light paper. Take a darker shade.',
  contrastDark: 'This colour cannot be read on the dark ground. Take a lighter shade.',
  zone: 'This is not a known time zone.',
  reserved: 'The site uses this address for another page. Choose another.',
  taken: 'This is taken. Choose another.',
  twice: 'This story stands elsewhere on this front.',
  unpublished: 'This is not a published story.',
  past: 'Choose a time to come.',
  loop: 'This redirect leads back to where it began. Choose another target.',
  shadows: 'There is a published page at this address; a redirect may not hide it.',
  ownPath: 'Write a path of this site, beginning with /.',
  form: 'This is not in the expected form.',
};
