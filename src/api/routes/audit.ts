import { listEvents } from '../../accounts/events.ts';
import type { PreviewLink } from '../../model/discussion.ts';
import type { AuditRow } from '../contract/house.ts';
import type { ApiParts } from '../parts.ts';
import { route } from '../route.ts';

/** The trail: what was done in the record, and who came in. */
export const auditRoutes = [
  route('audit', {
    who: 'read-audit',
    async command(parts, { query }) {
      const nameOf = namesIn(parts);
      const entries = parts.desk().audit(query);
      return {
        entries: await Promise.all(
          entries.map(async (entry) => ({
            ...entry,
            ...nameOf(entry.actor),
            ...(entry.kind === 'preview' && (await previewOf(parts, entry.id))),
          })),
        ),
      };
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

/** The story that a link to a preview shows, and until when. */
async function previewOf({ journal }: ApiParts, id: string): Promise<Pick<AuditRow, 'story' | 'until'>> {
  const link = (await journal.current('preview', id))?.content as PreviewLink | null | undefined;
  return link ? { story: link.story, until: link.until } : {};
}

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
