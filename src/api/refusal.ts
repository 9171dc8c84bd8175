import type { z } from 'zod';
import { statusOf } from '../http/status.ts';
import { isOutage, MidadError } from '../model/errors.ts';
import { type FieldWanting, FieldsWanting } from '../model/fields-wanting.ts';
import { errorStrings, fieldStrings, fill, type Language, plural, termStrings } from '../strings/strings.ts';
import type { Refusal } from './contract/contract.ts';

/** A request that does not fit its contract; says what is wrong at which field. */
export class InputInvalid extends MidadError {
  readonly issues: readonly z.core.$ZodIssue[];

  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('input-invalid');
    this.issues = issues;
  }
}

/** The newsroom sends the language that it speaks; Arabic is the default. */
export const languageOf = (accept: string | undefined): Language =>
  accept !== undefined && /^\s*en\b/i.test(accept) ? 'en' : 'ar';

/** An error as the newsroom shows it: what happened and what to do next, in its language. */
export function refusal(error: unknown, language: Language): { status: number; body: Refusal } {
  // What the database said, and where it is, is for the log.
  const known = error instanceof MidadError && !isOutage(error) ? error : new MidadError('unavailable');
  const status = error instanceof MidadError ? statusOf(error.code) : 500;
  const params = { ...known.params };
  return {
    status,
    body: {
      error: {
        code: known.code,
        message: fill(errorStrings[language][known.code], inWords(params, language)),
        params,
        ...(known instanceof InputInvalid && { fields: fieldsOf(known.issues, language) }),
        ...(known instanceof FieldsWanting && {
          fields: known.fields.map((field) => ({ path: field.path, message: wanted(field, language) })),
        }),
      },
    },
  };
}

/** Names of verbs, kinds and states in the reader's language. */
function inWords(params: Record<string, string | number>, language: Language) {
  const words: Readonly<Record<string, string>> = termStrings[language];
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      ['verb', 'action', 'kind', 'status'].includes(name) ? (words[`${name}-${value}`] ?? value) : value,
    ]),
  );
}

function fieldsOf(issues: readonly z.core.$ZodIssue[], language: Language) {
  const t = fieldStrings[language];
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: t.unknown }));
    return [{ path: issue.path.join('.'), message: sentence(issue, t) }];
  });
}

/** What is wanted at a field, with the counts of what is in the way. */
function wanted({ want, naming }: FieldWanting, language: Language): string {
  const t = fieldStrings[language];
  const counted = (['stories', 'fronts', 'users'] as const).flatMap((what) => {
    const count = naming?.[what] ?? 0;
    return count === 0 ? [] : [plural(language, t[what], count, count.toLocaleString(language))];
  });
  return fill(t[want], { what: new Intl.ListFormat(language).format(counted) });
}

function sentence(issue: z.core.$ZodIssue, t: (typeof fieldStrings)[Language]): string {
  if (issue.code === 'too_small') {
    const least = Number(issue.minimum);
    if (issue.origin === 'string' || issue.origin === 'array')
      return least <= 1 ? t.required : fill(t.tooShort, { least });
    return fill(t.tooSmall, { least });
  }
  if (issue.code === 'too_big') {
    const most = Number(issue.maximum);
    return fill(issue.origin === 'string' || issue.origin === 'array' ? t.tooLong : t.tooBig, { most });
  }
  if (issue.code === 'invalid_type') return issue.input === undefined ? t.required : t.type;
  if (issue.code === 'invalid_format') return issue.format === 'email' ? t.email : t.form;
  return issue.code === 'invalid_value' || issue.code === 'invalid_union' ? t.choice : t.form;
}
