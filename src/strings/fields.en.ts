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
  form: 'This is not in the expected form.',
};
