import { isReadable } from '../model/accent.ts';
import { MidadError } from '../model/errors.ts';
import { FieldsWanting, type Want } from '../model/fields-wanting.ts';
import type { Site } from '../model/site.ts';
import { isTimeZone } from '../model/time-zone.ts';
import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';
import { putDocument } from './put-document.ts';

/** Fields left out stay as they are; an optional one that is `undefined` is taken away. */
export type SiteFields = { [K in keyof Site]?: Site[K] | undefined };

/**
 * Changes settings of the site; every page of readers follows at once.
 *
 * @param change `expect`: the version that was seen.
 * @throws MidadError `forbidden`; `not-found` before a site was set up; `input-invalid` (`FieldsWanting`) for an accent that cannot
 *   be read in its theme, and an unknown zone; `document-invalid`; `conflict`.
 */
export async function changeSite(
  context: Context,
  change: { expect: number; fields: SiteFields; note?: string },
): Promise<Written> {
  permit(context, 'put-site');
  const before = (await context.journal.current('site', 'site'))?.content as Site | null | undefined;
  if (!before) throw new MidadError('not-found', { kind: 'site', id: 'site' });
  const { expect, fields, note } = change;
  const content = { ...before, ...fields } as Site;
  const { accent, timeZone } = content;
  const wanting: { path: string; want: Want }[] = [];
  if (accent !== undefined && !isReadable(accent.light, 'light'))
    wanting.push({ path: 'fields.accent.light', want: 'contrastLight' });
  if (accent !== undefined && !isReadable(accent.dark, 'dark'))
    wanting.push({ path: 'fields.accent.dark', want: 'contrastDark' });
  if (!isTimeZone(timeZone)) wanting.push({ path: 'fields.timeZone', want: 'zone' });
  if (wanting.length > 0) throw new FieldsWanting(wanting);
  return putDocument(context, { kind: 'site', content, expect, ...(note !== undefined && { note }) });
}
