import { clean } from '../../arabic/clean.ts';
import { arrangeSections } from '../../commands/arrange-sections.ts';
import { changeSite, type SiteFields } from '../../commands/change-site.ts';
import { MidadError } from '../../model/errors.ts';
import type { Site } from '../../model/site.ts';
import { route } from '../route.ts';
import { written } from './written.ts';

/** The site's own settings and its sections. */
export const arrangingRoutes = [
  route('siteSettings', {
    who: 'put-site',
    async command({ journal, catalog }) {
      const entry = await journal.current('site', 'site');
      if (entry === undefined) throw new MidadError('not-found', { kind: 'site', id: 'site' });
      const sections = await Promise.all(
        catalog()
          .sections()
          .map(async (section) => ({
            section,
            version: (await journal.current('section', section.id))?.version ?? 0,
          })),
      );
      return { site: entry.content as Site, version: entry.version, sections };
    },
  }),
  route('changeSite', {
    who: 'put-site',
    command: async (parts, { context, body }) =>
      written(
        parts,
        await changeSite(context, { expect: body.expect, fields: cleaned(body.fields as SiteFields) }),
      ),
  }),
  route('arrangeSections', {
    who: 'put-section',
    async command({ applied, journal, catalog, desk }, { context, body }) {
      const sections = body.sections.map((line) => ({ ...line, name: clean(line.name) }));
      // What was written a moment ago names a section too.
      if (body.remove !== undefined) await applied((await journal.head()).seq);
      const known = {
        sections: catalog()
          .sections()
          .map(({ id }) => id),
        naming: (id: string) => ({
          // What was killed stays as it is for good: nobody could move it.
          stories: desk().count({ section: id }) - desk().count({ section: id, status: 'killed' }),
          users: desk()
            .users()
            .filter(({ user }) => user.sections.includes(id)).length,
        }),
      };
      const done = await arrangeSections(context, { ...body, sections, known });
      if (done !== undefined) await applied(done.seq);
      return {};
    },
  }),
];

/** Without what is invisible, as all that is stored. */
function cleaned(fields: SiteFields): SiteFields {
  const texts = (['name', 'tagline', 'description'] as const).flatMap((name) => {
    const value = fields[name];
    return value === undefined ? [] : [[name, clean(value)] as const];
  });
  return { ...fields, ...Object.fromEntries(texts) };
}
