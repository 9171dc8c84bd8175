import { createTransport } from 'nodemailer';
import type { MailSettings } from '../config.ts';
import type { User } from '../model/user.ts';
import { accountStrings, fill } from '../strings/strings.ts';

/** A mail server that does not answer within this time is treated as one that is not there. */
const timeoutMs = 10_000;

/**
 * Mails a link to somebody, in their language.
 * @returns whether a mail server took it; false also where none is set up.
 */
export async function sendLink(
  settings: MailSettings | undefined,
  { purpose, user, link }: { purpose: 'invitation' | 'reset'; user: User; link: string },
): Promise<boolean> {
  if (settings === undefined) return false;
  const t = accountStrings[user.language];
  const [subject, text] =
    purpose === 'invitation' ? [t.invitationSubject, t.invitationMail] : [t.resetSubject, t.resetMail];
  const url = new URL(settings.url);
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  try {
    await transport.sendMail({
      from: settings.from,
      // As an object: a name with commas or angle brackets adds no recipients.
      to: { name: user.name, address: user.email },
      subject,
      text: fill(text, { name: user.name, link }),
    });
    return true;
  } catch {
    return false;
  } finally {
    transport.close();
  }
}
