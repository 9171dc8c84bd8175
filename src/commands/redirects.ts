import { MidadError } from '../model/errors.ts';
import { FieldsWanting, type Want } from '../model/fields-wanting.ts';
import type { Redirect } from '../model/site.ts';
import type { Context, Written } from './context.ts';
import { documentId } from './document-id.ts';
import { permit } from './policy.ts';
import { putDocument } from './put-document.ts';

/** Redirects that follow one another further than this are a fault in themselves. */
const longestChain = 10;

/** Only within the site, as browsers read it: a backslash is a slash to them, and they pass over control characters. */
const ownPath = /^\/(?![/\\])[^\\\p{Cc}]*$/u;

/**
 * Has an address lead to another one for ever, or elsewhere than before.
 *
 * @param put `expect`: the version that was seen, 0 for a new one; `published` says whether readers find a page at a path.
 * @throws MidadError `forbidden`; `input-invalid` (`FieldsWanting`) for what is no path of this site, what would hide a
 *   published page, and what leads back to where it began, over however many steps; `conflict`.
 */
export async function putRedirect(
  context: Context,
  put: Redirect & { expect: number; published(path: string): boolean },
): Promise<Written> {
  permit(context, 'put-redirect');
  const { from, to, expect, published } = put;
  const wanting: { path: string; want: Want }[] = [];
  if (!ownPath.test(from) || from.includes('?') || from.includes('#'))
    wanting.push({ path: 'from', want: 'ownPath' });
  else if (published(from)) wanting.push({ path: 'from', want: 'shadows' });
  if (!ownPath.test(to)) wanting.push({ path: 'to', want: 'ownPath' });
  else if (await leadsTo(context, to, from)) wanting.push({ path: 'to', want: 'loop' });
  if (wanting.length > 0) throw new FieldsWanting(wanting);
  const id = documentId('redirect', { from });
  const newest = await context.journal.current('redirect', id);
  // One that was removed can be put up again by whoever sees none.
  const version = expect === 0 && newest?.action === 'remove' ? newest.version : expect;
  return putDocument(context, { kind: 'redirect', content: { from, to }, expect: version });
}

/**
 * Takes a redirect away: its address leads nowhere any more.
 * @throws MidadError `forbidden`; `not-found`; `conflict`.
 */
export async function removeRedirect(
  context: Context,
  remove: { from: string; expect: number },
): Promise<Written> {
  permit(context, 'put-redirect');
  const { journal, actor, now } = context;
  const id = documentId('redirect', remove);
  const entry = await journal.current('redirect', id);
  if (entry === undefined || entry.action === 'remove' || entry.content === null)
    throw new MidadError('not-found', { kind: 'redirect', id: remove.from });
  const content = entry.content as Redirect;
  const [receipt] = await journal.append(
    [{ kind: 'redirect', id, action: 'remove', expect: remove.expect, content }],
    { actor, at: now },
  );
  if (!receipt) throw new Error('no receipt');
  return { id, ...receipt };
}

/** Whether somebody who follows redirects from a path comes by another one. */
async function leadsTo({ journal }: Context, path: string, target: string): Promise<boolean> {
  let now = path;
  for (let step = 0; step <= longestChain; step++) {
    const [bare = ''] = now.split(/[?#]/, 1);
    if (bare === target) return true;
    const entry = await journal.current('redirect', documentId('redirect', { from: bare }));
    if (entry === undefined || entry.action === 'remove' || entry.content === null) return false;
    now = (entry.content as Redirect).to;
  }
  return true;
}
