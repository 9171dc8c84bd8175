import { MidadError } from './errors.ts';

/** What a field wants before it goes to readers: the names of sentences in `strings/fields`. */
export type Want =
  | 'alt'
  | 'credit'
  | 'rights'
  | 'contrastLight'
  | 'contrastDark'
  | 'zone'
  | 'reserved'
  | 'taken'
  | 'twice'
  | 'unpublished'
  | 'past'
  | 'loop'
  | 'shadows'
  | 'ownPath';

/** Something that is sound in itself and not yet fit for readers; says what is wanted at which field. */
export class FieldsWanting extends MidadError {
  /** Paths in the document: `lead.alt`, `body.3.picture.credit`. */
  readonly fields: readonly { path: string; want: Want }[];

  constructor(fields: readonly { path: string; want: Want }[]) {
    super('input-invalid');
    this.fields = fields;
  }
}
