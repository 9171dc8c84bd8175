import { keys } from '../../model/dependency-keys.ts';
import { redirectPage } from '../answer.ts';
import type { Loader } from '../page.ts';
import { to } from '../routes.ts';
import { entityPage } from './entity.ts';
import { loadNotFound } from './errors.ts';
import type { PlaceQuery } from './paging.ts';
import { listHold, settingOf } from './parts.ts';

/** A person who writes for the paper: who they are, and all they wrote. */
export const loadAuthor: Loader<{ slug: string } & PlaceQuery> = (context, { slug, ...place }) => {
  const person = context.catalog().entityBySlug('person', slug);
  if (person === undefined || person.author !== true) {
    return loadNotFound(context, { path: `/authors/${slug}` });
  }
  const path = to.author(person.slug);
  if (person.slug !== slug) return redirectPage(path, [keys.entity('person', person.id)], listHold);
  const setting = settingOf(context);
  return entityPage(setting, {
    entity: person,
    kind: 'person',
    path,
    filter: { author: person.id },
    list: keys.listAuthor(person.id),
    label: setting.t.authorKind,
    place,
  });
};
