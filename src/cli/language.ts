import type { Language } from '../strings/strings.ts';

/** The command line's language: `MIDAD_LANG`, else the locale (`LC_ALL`, `LC_MESSAGES`, `LANG`): Arabic for `ar…`. */
export function cliLanguage(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Language {
  const wish =
    ['MIDAD_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name]).find(Boolean) ?? '';
  return /^ar\b|^ar_/i.test(wish) ? 'ar' : 'en';
}
