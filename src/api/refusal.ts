import type { z } from 'zod';
import { formatDate, formatTime } from '../arabic/dates.ts';
import { formatNumber } from '../arabic/numbers.ts';
import { statusOf } from '../http/status.ts';
import { isOutage, MidadError } from '../model/errors.ts';
import { type FieldWanting, FieldsWanting } from '../model/fields-wanting.ts';
import type { Site } from '../model/site.ts';
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

/** How a site writes numbers and times; of one that nobody set up yet. */
type Writing = Pick<Site, 'country' | 'timeZone' | 'digits'>;
const usual: Writing = { country: 'sa', timeZone: 'UTC', digits: 'arab' };

/** An error as the newsroom shows it: what happened and what to do next, in its language, with numbers and times as the site writes them. */
export function refusal(
  error: unknown,
  language: Language,
  { country, timeZone, digits: own }: Writing = usual,
): { status: number; body: Refusal } {
  const digits = language === 'ar' ? own : 'latn';
  const figure = (n: number) => formatNumber(n, { digits, group: false });
  const moment = (at: number) => {
    const style = { country, timeZone, digits, language };
    return `${formatDate(at, 'long', style)}${language === 'ar' ? '،' : ','} ${formatTime(at, style)}`;
  };
  // What the database said, and where it is, is for the log.
  const known = error instanceof MidadError && !isOutage(error) ? error : new MidadError('unavailable');
  const status = error instanceof MidadError ? statusOf(error.code) : 500;
  const params = { ...known.params };
  return {
    status,
    body: {
      error: {
        code: known.code,
        message: fill(errorStrings[language][known.code], inWords(params, language, { figure, moment })),
        params,
        ...(known instanceof InputInvalid && { fields: fieldsOf(known.issues, language, figure) }),
        ...(known instanceof FieldsWanting && {
          fields: known.fields.map((field) => ({
            path: field.path,
            message: wanted(field, language, figure),
          })),
        }),
      },
    },
  };
}

/** A number as the site writes it. */
type Figure = (n: number) => string;

/** Names of verbs, kinds and states in the reader's language; numbers of stories and revisions, and when. */
function inWords(
  params: Record<string, string | number>,
  language: Language,
  { figure, moment }: { figure: Figure; moment: Figure },
) {
  const words: Readonly<Record<string, string>> = termStrings[language];
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'number') return [name, figure(value)];
      if (name === 'until') return [name, moment(Date.parse(value))];
      const named = ['verb', 'action', 'kind', 'status'].includes(name);
      return [name, named ? (words[`${name}-${value}`] ?? value) : value];
    }),
  );
}

function fieldsOf(issues: readonly z.core.$ZodIssue[], language: Language, figure: Figure) {
  const t = fieldStrings[language];
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: t.unknown }));
    return [{ path: issue.path.join('.'), message: sentence(issue, t, figure) }];
  });
}

/** What is wanted at a field, with the counts of what is in the way. */
function wanted({ want, naming }: FieldWanting, language: Language, figure: Figure): string {
  const t = fieldStrings[language];
  const counted = (['stories', 'fronts', 'users'] as const).flatMap((what) => {
    const count = naming?.[what] ?? 0;
    return count === 0 ? [] : [plural(language, t[what], count, figure(count))];
  });
  return fill(t[want], { what: new Intl.ListFormat(language).format(counted) });
}

function sentence(issue: z.core.$ZodIssue, t: (typeof fieldStrings)[Language], figure: Figure): string {
  if (issue.code === 'too_small') {
    const least = figure(Number(issue.minimum));
    if (issue.origin === 'string' || issue.origin === 'array')
      return issue.minimum <= 1 ? t.required : fill(t.tooShort, { least });
    return fill(t.tooSmall, { least });
  }
  if (issue.code === 'too_big') {
    const most = figure(Number(issue.maximum));
    return fill(issue.origin === 'string' || issue.origin === 'array' ? t.tooLong : t.tooBig, { most });
  }
  if (issue.code === 'invalid_type') return issue.input === undefined ? t.required : t.type;
  if (issue.code === 'invalid_format') return issue.format === 'email' ? t.email : t.form;
  return issue.code === 'invalid_value' || issue.code === 'invalid_union' ? t.choice : t.form;
}
