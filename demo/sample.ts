import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { entity, section, site } from '../src/model/site.ts';
import { blockFile, storyFile, type StoryFile } from './story-file.ts';

const storyKey = z.string().regex(/^\d{3}$/);

const frontFile = z.strictObject({
  lead: z.strictObject({ story: storyKey, more: z.array(storyKey).max(5) }),
  packages: z.array(
    z.strictObject({
      kind: z.enum(['trio', 'dossier', 'opinion', 'gallery']),
      title: z.string().optional(),
      summary: z.string().optional(),
      stories: z.array(storyKey).min(1),
      figures: z.array(z.strictObject({ figure: z.string(), label: z.string() })).optional(),
    }),
  ),
  breaking: z
    .strictObject({ story: storyKey.optional(), text: z.string(), hours: z.number().positive() })
    .optional(),
});

/** `publication.json`: the paper itself, its sections, records and arranged front. */
export const publicationFile = z.strictObject({
  site: z.strictObject({ ...site.shape, about: z.array(blockFile) }),
  sections: z.array(z.strictObject(section.shape)),
  topics: z.array(z.strictObject(entity.shape)),
  people: z.array(z.strictObject(entity.shape)),
  places: z.array(z.strictObject(entity.shape)),
  organisations: z.array(z.strictObject(entity.shape)),
  front: frontFile,
});
export type PublicationFile = z.infer<typeof publicationFile>;

const pictureFile = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]*$/),
  file: z.string().regex(/^[a-z0-9-]+\.svg$/),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  alt: z.string().min(1),
  caption: z.string().min(1),
  credit: z.string().min(1),
  focus: z.strictObject({ x: z.number(), y: z.number() }).optional(),
});
export type PictureFile = z.infer<typeof pictureFile> & { bytes: Buffer };

/** The whole sample as its files hold it. */
export interface Sample {
  publication: PublicationFile;
  pictures: PictureFile[];
  stories: StoryFile[];
}

/**
 * Reads and checks the sample's files: `publication.json`, `pictures/`, `stories/`.
 * @throws Error naming the file whose content is not as its schema says.
 */
export async function readSample(folder: string = import.meta.dirname): Promise<Sample> {
  const publication = await readJson(join(folder, 'publication.json'), publicationFile);
  const described = await readJson(join(folder, 'pictures', 'pictures.json'), z.array(pictureFile));
  const pictures = await Promise.all(
    described.map(async (p) => ({ ...p, bytes: await readFile(join(folder, 'pictures', p.file)) })),
  );
  const names = (await readdir(join(folder, 'stories'))).filter((name) => name.endsWith('.json')).sort();
  const stories: StoryFile[] = [];
  for (const name of names) {
    const story = await readJson(join(folder, 'stories', name), storyFile);
    if (!name.startsWith(`${story.key}-`)) throw new Error(`${name} holds story ${story.key}`);
    stories.push(story);
  }
  return { publication, pictures, stories };
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
