import type { ErrorCode } from '../model/errors.ts';

/** The only table from error code to HTTP status. */
const table: Partial<
  Record<ErrorCode, 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503>
> = {
  'bad-request': 400,
  'not-found': 404,
  gone: 410,
  conflict: 409,
  'claim-taken': 409,
  'too-large': 413,
  'too-many-requests': 429,
  unavailable: 503,
  'document-invalid': 400,
  'story-invalid': 400,
  'reference-missing': 400,
  'wrong-status': 409,
  embargoed: 409,
  'on-legal-hold': 409,
  'schedule-invalid': 400,
  'revision-blank': 410,
  'draft-replaced': 409,
  'media-type': 415,
  'media-too-large': 413,
  'media-too-wide': 413,
  'media-damaged': 422,
  'media-in-use': 409,
  forbidden: 403,
  'input-invalid': 422,
  'origin-refused': 403,
  'sign-in-needed': 401,
  'credentials-wrong': 401,
  'code-wrong': 401,
  'passkey-refused': 401,
  'link-invalid': 410,
  suspended: 403,
  'method-not-allowed': 405,
  'disk-full': 503,
  'database-denied': 503,
  'database-untrusted': 503,
  'database-unreachable': 503,
  'storage-denied': 503,
  'storage-unreachable': 503,
};

/** Status for a code; 500 for what a visitor cannot have caused. */
export function statusOf(code: ErrorCode) {
  return table[code] ?? 500;
}
