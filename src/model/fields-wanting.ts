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
  | 'ownPath'
  | 'named';

/** How many of each still name what is to go. */
export type Naming = Readonly<Record<'stories' | 'fronts' | 'users', number>>;

export interface FieldWanting {
  /** In the request: `lead.alt`, `body.3.picture.credit`. */
  path: string;
  want: Want;
  /** Of `named`: what is in the way. */
  naming?: Naming;
}

/** Something that is sound in itself and not yet fit for readers; says what is wanted at which field. */
export class FieldsWanting extends MidadError {
  readonly fields: readonly FieldWanting[];

  constructor(fields: readonly FieldWanting[]) {
    super('input-invalid');
    this.fields = fields;
  }
}
