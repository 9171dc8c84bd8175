import type { Arrangement } from '../../model/site.ts';

/** A place of a front that stories are put in: `lead`, `more`, `pins`, or a package by its number. */
export type Zone = 'lead' | 'more' | 'pins' | number;

/** The stories of a zone, in order. */
export function storiesIn(front: Arrangement, zone: Zone): number[] {
  if (zone === 'lead') return front.lead === undefined ? [] : [front.lead.story];
  if (zone === 'more') return front.lead?.more ?? [];
  if (zone === 'pins') return (front.pins ?? []).map(({ story }) => story);
  return front.packages[zone]?.stories ?? [];
}

/** The front with other stories in a zone; a pinned one keeps its place, a new one takes the next that is free. */
export function withStories(front: Arrangement, zone: Zone, stories: readonly number[]): Arrangement {
  if (zone === 'lead') {
    const { lead: before, ...rest } = front;
    const story = stories.at(-1);
    return story === undefined ? rest : { ...rest, lead: { story, more: before?.more ?? [] } };
  }
  if (zone === 'more')
    return front.lead === undefined
      ? front
      : { ...front, lead: { ...front.lead, more: stories.slice(0, 5) } };
  if (zone === 'pins') {
    const pins: NonNullable<Arrangement['pins']> = [];
    for (const story of stories) {
      const known = front.pins?.find((pin) => pin.story === story);
      const used = new Set([...pins, ...(front.pins ?? [])].map(({ place }) => place));
      let place = 1;
      while (used.has(place)) place++;
      pins.push(known ?? { place, story });
    }
    return { ...front, pins: pins.slice(0, 12) };
  }
  return {
    ...front,
    packages: front.packages.map((item, i) =>
      i === zone ? { ...item, stories: stories.slice(0, 12) } : item,
    ),
  };
}

/** Puts a story in a zone; unless the front is told that it may repeat, it leaves wherever it stood. */
export function put(front: Arrangement, zone: Zone, story: number): Arrangement {
  const zones: Zone[] = ['more', 'pins', ...front.packages.keys()];
  let freed = front;
  if (front.repeats !== true) {
    for (const one of zones)
      freed = withStories(
        freed,
        one,
        storiesIn(freed, one).filter((id) => id !== story),
      );
    if (zone !== 'lead' && freed.lead?.story === story) freed = withStories(freed, 'lead', []);
  }
  const there = storiesIn(freed, zone);
  return there.includes(story) ? freed : withStories(freed, zone, [...there, story]);
}
