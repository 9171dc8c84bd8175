import { checkArrangement, setFront } from '../../commands/set-front.ts';
import { plannedFront, scheduleFront, unscheduleFront } from '../../commands/schedule-front.ts';
import { permit } from '../../commands/policy.ts';
import { instantOf } from '../../model/schedule.ts';
import type { Arrangement, Front } from '../../model/site.ts';
import { route } from '../route.ts';
import { written } from './written.ts';

/** What readers find first: home's front and the sections'. */
export const frontRoutes = [
  route('front', {
    who: 'set-front',
    async command({ journal, catalog, now }, { context, params: { id } }) {
      permit(context, 'set-front', { section: id });
      const entry = await journal.current('front', id);
      const { breaking: _, id: __, ...arrangement } = (entry?.content ?? { id, packages: [] }) as Front;
      const planned = (await plannedFront(context, id))?.plan;
      const all = [arrangement, ...(planned === undefined ? [] : [planned.arrangement])];
      const named = all.flatMap(storiesOf);
      const fills = new Set(
        all.flatMap(({ packages }) =>
          packages.flatMap(({ fill }) => (fill !== undefined && 'topic' in fill ? [fill.topic] : [])),
        ),
      );
      const stories = catalog()
        .cards([...new Set(named)].slice(0, 200))
        .map((card) => ({
          id: card.id,
          headline: card.shortHeadline ?? card.headline,
          section: card.section,
        }));
      return {
        arrangement,
        version: entry?.version ?? 0,
        stories,
        topics: [...fills].map((topic) => ({
          id: topic,
          name: catalog().entity('topic', topic)?.name ?? topic,
        })),
        ...(planned !== undefined && { planned: { ...planned, dueAt: instantOf(planned.at) ?? now() } }),
      };
    },
  }),
  route('setFront', {
    who: 'set-front',
    command: async (parts, { context, params, body }) =>
      written(parts, await setFront(context, { ...params, ...body })),
  }),
  route('scheduleFront', {
    who: 'set-front',
    command: async (parts, { context, params, body }) =>
      written(parts, await scheduleFront(context, { ...params, ...body })),
  }),
  route('unscheduleFront', {
    who: 'set-front',
    command: async (parts, { context, params }) => written(parts, await unscheduleFront(context, params)),
  }),
  route('previewFront', {
    who: 'set-front',
    async command({ frontPage }, { context, params: { id }, body }) {
      const arrangement = await checkArrangement(context, id, body.arrangement);
      return { html: await frontPage({ ...arrangement, id }) };
    },
  }),
];

const storiesOf = ({ lead, packages, pins = [] }: Arrangement): number[] => [
  ...(lead === undefined ? [] : [lead.story, ...lead.more]),
  ...packages.flatMap(({ stories }) => stories),
  ...pins.map(({ story }) => story),
];
