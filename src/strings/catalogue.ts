/** Words that change with a number: CLDR's six forms for Arabic, two for English; `{n}` is the number. */
export interface PluralForms {
  zero?: string;
  one?: string;
  two?: string;
  few?: string;
  many?: string;
  other: string;
}

export type Language = 'ar' | 'en';

/** Arabic is the measure of completeness: English has exactly its keys (a type error otherwise, and a test). */
export type Catalogue<T> = { [K in keyof T]: T[K] extends string ? string : PluralForms };

/** Puts values into `{name}` places. A place without a value stays as it is, so that a mistake is seen. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}

const rules = { ar: new Intl.PluralRules('ar'), en: new Intl.PluralRules('en') };

/**
 * The form for a count. `shown` is the count as the site writes numbers («٣»).
 * Source: CLDR plural rules; a missing form falls back to `other`.
 */
export function plural(language: Language, forms: PluralForms, count: number, shown: string): string {
  const form = forms[rules[language].select(count)] ?? forms.other;
  return form.replace('{n}', shown);
}
