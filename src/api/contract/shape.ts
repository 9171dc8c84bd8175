import { z } from 'zod';

/** What comes back, said only as a type: our own answers are not checked again. */
export interface Answer<T> {
  readonly kind?: T;
}
export const answer = <T>(): Answer<T> => ({});

/** What goes into a route and what comes out of it. */
export interface Shape {
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  answer: Answer<unknown>;
}

/** What a verb that wrote something answers: the document as it is now. */
export interface WrittenAnswer {
  id: string;
  version: number;
}

/** Numbers in an address come as text: figures only, no «1e3», no « 1». */
export const numeral = <T extends z.ZodType<number, number>>(schema: T) =>
  z
    .union([
      z.number(),
      z
        .string()
        .regex(/^(0|[1-9]\d{0,15})$/)
        .transform(Number),
    ])
    .pipe(schema);

export const id = z.string().min(1).max(64);
export const storyId = numeral(z.number().int().positive().max(Number.MAX_SAFE_INTEGER));
/** The version that the sender saw; another one in the record is a 409. */
export const expect = z.number().int().nonnegative();
export const note = z.string().max(2000).exactOptional();
export const wholeNumber = numeral(z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER));

/** Rows of one page. */
export const pageSize = numeral(z.number().int().min(1).max(200)).default(50);

/** JSON has no `undefined`: a field sent as null is one to be taken away. */
export const nullsTakeAway = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, one ?? undefined]))
    : value;
