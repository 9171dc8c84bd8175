import { listEvents } from '../../accounts/events.ts';
import type { ApiParts } from '../parts.ts';
import { route } from '../route.ts';

/** The trail: what was done in the record, and who came in. */
export const auditRoutes = [
  route('audit', {
    who: 'read-audit',
    async command(parts, { query }) {
      const nameOf = namesIn(parts);
      const entries = parts.desk().audit(query);
      return { entries: entries.map((entry) => ({ ...entry, ...nameOf(entry.actor) })) };
    },
  }),
  route('signInEvents', {
    who: 'read-audit',
    async command(parts, { query }) {
      const nameOf = namesIn(parts);
      const events = await listEvents(parts.accounts.database, query);
      return { events: events.map((event) => ({ ...event, ...nameOf(`user:${event.user}`) })) };
    },
  }),
];

/** Names of people by their actor's name. */
export function namesIn({ desk }: ApiParts): (actor: string) => { name?: string } {
  const names = new Map(
    desk()
      .users()
      .map(({ user }) => [`user:${user.id}`, user.name]),
  );
  return (actor) => {
    const name = names.get(actor);
    return name === undefined ? {} : { name };
  };
}
