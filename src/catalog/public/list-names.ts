import { keys } from '../../model/dependency-keys.ts';
import { type EntityKind, entityKinds } from '../../model/site.ts';
import type { Story } from '../../model/story.ts';

/** Lists are kept for entities, and for writers («author»), who are person records. */
export type ListKind = EntityKind | 'author';

export const listNames = {
  all: 'all',
  section: (id: string) => `section:${id}`,
  kind: (kind: string) => `kind:${kind}`,
  sectionKind: (section: string, kind: string) => `section:${section}/kind:${kind}`,
  entity: (kind: ListKind, id: string) => `${kind}:${id}`,
} as const;

/** The names of all lists that a published story stands in, each once. */
export function listsOf(story: Story): string[] {
  const names = new Set<string>([
    listNames.all,
    listNames.section(story.section),
    listNames.kind(story.kind),
    listNames.sectionKind(story.section, story.kind),
  ]);
  const add = (kind: ListKind, ids: readonly string[]) => {
    for (const id of ids) names.add(listNames.entity(kind, id));
  };
  add('topic', story.topics);
  add('person', story.people);
  add('place', story.places);
  add('organisation', story.organisations);
  add(
    'author',
    story.byline.people.flatMap(({ person }) => (person === undefined ? [] : [person])),
  );
  return [...names];
}

const listKinds: ReadonlySet<string> = new Set<ListKind>([...entityKinds, 'author']);

/** The entity whose list this is, if it is one. */
export function entityOfList(name: string): { kind: ListKind; id: string } | undefined {
  const colon = name.indexOf(':');
  const kind = name.slice(0, Math.max(0, colon));
  return listKinds.has(kind) ? { kind: kind as ListKind, id: name.slice(colon + 1) } : undefined;
}

/** The dependency key of a list; lists by kind have none (pages of a section carry the section's). */
export function keyOfList(name: string): string | undefined {
  if (name === listNames.all) return keys.listHome;
  const entity = entityOfList(name);
  if (entity?.kind === 'author') return keys.listAuthor(entity.id);
  if (entity !== undefined) return keys.listEntity(entity.kind, entity.id);
  return /^section:[^/]+$/.test(name) ? keys.listSection(name.slice('section:'.length)) : undefined;
}
