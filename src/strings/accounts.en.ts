import type { Catalogue } from './catalogue.ts';
import type { ar } from './accounts.ar.ts';

export const en: Catalogue<typeof ar> = {
  invitationSubject: 'Invitation to the newsroom',
  invitationMail:
    'Hello {name},\n\nYou have been invited to the newsroom. Open this link and choose a password:\n\n{link}\n\nThe link works once, for a week. If you did not expect this invitation, ignore it.',
  resetSubject: 'Choose a new password',
  resetMail:
    'Hello {name},\n\nA new password was asked for your account in the newsroom. Open this link and choose it:\n\n{link}\n\nThe link works once, for two hours. If you did not ask for it, ignore this message; your password is unchanged.',
};
