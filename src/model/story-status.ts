/** Apart from the schema of stories, so that a list of them needs no library of schemas. */
export const storyStatuses = [
  'draft',
  'in-review',
  'approved',
  'scheduled',
  'published',
  'unpublished',
  'killed',
] as const;
export type StoryStatus = (typeof storyStatuses)[number];
