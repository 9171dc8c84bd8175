import { MidadError } from '../model/errors.ts';

/**
 * What PostgreSQL or the line to it said, in terms that a person can act on. This is the only place that knows its codes
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 *
 * @param place the database without its password, for the message.
 */
export function explainPostgres(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error instanceof MidadError) return error;
  const { code } = error as { code?: unknown };
  const found = typeof code === 'string' ? meaningOf(code) : lostLine(error.message);
  return found === undefined
    ? error
    : new MidadError(found, { path: place, detail: error.message }, { cause: error });
}

/** What Node says of a certificate that does not convince it (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const distrust = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS/;

function meaningOf(
  code: string,
): 'unavailable' | 'disk-full' | 'database-denied' | 'database-untrusted' | undefined {
  if (distrust.test(code)) return 'database-untrusted';
  // Class 53 is «insufficient resources»; 53100 a full disk.
  if (code === '53100') return 'disk-full';
  // Wrong password or user, no such database, no right to a table.
  if (['28000', '28P01', '3D000', '42501', '3F000'].includes(code)) return 'database-denied';
  // 08 connection, 53 resources, 57 operator intervention (shutdown, statement timeout), 40 serialization and deadlock,
  // 55P03 lock timeout, 25006 a replica that takes no writes, 58 the system under it.
  if (/^(08|53|57|40|58)/.test(code) || code === '55P03' || code === '25006' || code === '25P03')
    return 'unavailable';
  // Of the system: ECONNREFUSED, ETIMEDOUT, ENOTFOUND, EPIPE …
  return /^E[A-Z_]+$/.test(code) ? 'unavailable' : undefined;
}

/** What the driver says without a code: the server knows no TLS, or the line breaks. */
function lostLine(message: string): 'unavailable' | 'database-untrusted' | undefined {
  if (/does not support SSL/i.test(message)) return 'database-untrusted';
  return /query read timeout|connection terminated|timeout (exceeded|expired)|client has encountered a connection error|not queryable|cannot use a pool/i.test(
    message,
  )
    ? 'unavailable'
    : undefined;
}
