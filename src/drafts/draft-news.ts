/** What the journal tells of a draft that has grown: `7 3 12`, the story, the generation, the number of the update. */
export interface DraftNews {
  story: number;
  generation: number;
  n: number;
}

export function parseDraftNews(told: string): DraftNews | undefined {
  const found = /^(\d{1,15}) (\d{1,9}) (\d{1,15})$/.exec(told);
  if (found === null) return undefined;
  const [, story = 0, generation = 0, n = 0] = found.map(Number);
  return { story, generation, n };
}
