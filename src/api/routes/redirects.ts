import type { PublicCatalog } from '../../catalog/public/catalog.ts';
import { documentId } from '../../commands/document-id.ts';
import { putRedirect, removeRedirect } from '../../commands/redirects.ts';
import { collections } from '../../model/address.ts';
import { type EntityKind, reservedWords } from '../../model/site.ts';
import { route } from '../route.ts';
import { written } from './written.ts';

const pageOfRedirects = 100;

/** Addresses that moved. */
export const redirectRoutes = [
  route('redirects', {
    who: 'put-redirect',
    async command({ catalog, journal }, { query: { words, after = '' } }) {
      const found = catalog().redirects({ words, after, limit: pageOfRedirects });
      const rows = await Promise.all(
        found.map(async (redirect) => ({
          redirect,
          version: (await journal.current('redirect', documentId('redirect', redirect)))?.version ?? 0,
        })),
      );
      return { redirects: rows };
    },
  }),
  route('putRedirect', {
    who: 'put-redirect',
    command: async (parts, { context, body: { expect, from, to } }) =>
      written(
        parts,
        await putRedirect(context, {
          expect,
          from: decoded(from),
          to: decoded(to),
          published: (path) => isPublished(parts.catalog(), path),
        }),
      ),
  }),
  route('removeRedirect', {
    who: 'put-redirect',
    command: async (parts, { context, body }) => written(parts, await removeRedirect(context, body)),
  }),
];

/** As redirects keep addresses; one copied from a browser's bar comes percent-encoded. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}

/** Whether readers find a page at a decoded path; of addresses that the program itself has, always. */
function isPublished(catalog: PublicCatalog, path: string): boolean {
  const [first = '', second, third] = path.slice(1).split('/');
  if (first === '' || /^[a-z-]+\.[a-z.]+$/.test(first)) return true;
  if (/^\d+$/.test(first)) return catalog.cards([Number(first)]).length > 0;
  const kind =
    first === 'authors'
      ? 'person'
      : (Object.keys(collections) as EntityKind[]).find((one) => collections[one] === first);
  if (kind !== undefined && second !== undefined && third === undefined) {
    const found = catalog.entityBySlug(kind, second);
    return found !== undefined && found.slug === second;
  }
  if (reservedWords.has(first)) return true;
  if (catalog.section(first) === undefined) return false;
  return second === undefined || !/^\d+$/.test(second) || catalog.cards([Number(second)]).length > 0;
}
