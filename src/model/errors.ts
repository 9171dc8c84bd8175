/**
 * Every failure that a person can act on is a MidadError with one of these codes. The sentence shown
 * comes from `strings/errors.*` by the code; `params` fill its places. `http/status.ts` holds the only
 * table from code to HTTP status, `cli/exit.ts` the only one to exit codes.
 */
export const errorCodes = [
  'bad-request',
  'not-found',
  'gone',
  'conflict',
  'claim-taken',
  'too-large',
  'too-many-requests',
  'unavailable',
  'bad-option',
  'port-in-use',
  'data-folder-denied',
  'data-folder-newer',
  'data-folder-in-use',
  'data-folder-damaged',
  'data-folder-not-empty',
  'disk-full',
  'database-denied',
  'database-newer',
  'database-older',
  'database-untrusted',
  'database-unreachable',
  'document-missing',
  'journal-not-empty',
  'journal-differs',
  'journal-incomplete',
  'backup-damaged',
  'storage-denied',
  'storage-unreachable',
  'file-missing',
  'file-denied',
  'file-empty',
  'file-not-text',
  'file-too-large',
  'file-truncated',
  'file-encoding',
  'no-story-found',
  'line-invalid',
  'story-invalid',
  'unknown-section',
  'document-invalid',
  'reference-missing',
  'wrong-status',
  'embargoed',
  'on-legal-hold',
  'schedule-invalid',
  'revision-blank',
  'draft-replaced',
  'media-type',
  'media-too-large',
  'media-too-wide',
  'media-damaged',
  'media-in-use',
  'forbidden',
  'input-invalid',
  'origin-refused',
  'sign-in-needed',
  'credentials-wrong',
  'code-wrong',
  'passkey-refused',
  'link-invalid',
  'suspended',
  'method-not-allowed',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Whether the record could not be reached: it may be there again in a moment, and nothing was decided. */
export const isOutage = (error: unknown): error is MidadError =>
  error instanceof MidadError && (error.code === 'unavailable' || error.code.startsWith('database-'));

export class MidadError extends Error {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, params: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'MidadError';
    this.code = code;
    this.params = params;
  }
}
