import { MidadError } from '../model/errors.ts';
import { cliStrings, errorStrings, fill, type Language } from '../strings/strings.ts';

/** The sentence for an error, with what to do. Unexpected errors show their message and, asked by MIDAD_DEBUG, their stack. */
export function explain(error: unknown, language: Language): string {
  if (error instanceof MidadError) return fill(errorStrings[language][error.code], error.params);
  const message =
    error instanceof Error
      ? process.env['MIDAD_DEBUG'] === undefined
        ? error.message
        : (error.stack ?? error.message)
      : String(error);
  return fill(cliStrings[language].unknownFailure, { message });
}

/** 2 for what was typed wrongly, 1 for everything else. */
export function exitCodeOf(error: unknown): number {
  return error instanceof MidadError && error.code === 'bad-option' ? 2 : 1;
}
