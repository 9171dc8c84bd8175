import { z } from 'zod';
import { section, type Section, site, type Site } from '../../model/site.ts';
import { answer, expect, nullsTakeAway, type Shape, type WrittenAnswer } from './shape.ts';

/** The site's settings with the version that a change of them is based on. */
export interface SiteAnswer {
  site: Site;
  version: number;
  sections: { section: Section; version: number }[];
}

/** What every arrangement may be no longer than: no paper has so many sections. */
const mostSections = 60;

export const arrangingContract = {
  siteSettings: { answer: answer<SiteAnswer>() },
  changeSite: {
    body: z.strictObject({
      expect,
      fields: z.preprocess(nullsTakeAway, z.strictObject(site.shape).partial()),
    }),
    answer: answer<WrittenAnswer>(),
  },
  arrangeSections: {
    body: z.strictObject({
      sections: z
        .array(
          z.strictObject({
            id: section.shape.id,
            name: section.shape.name,
            description: section.shape.description,
            expect,
          }),
        )
        .min(1)
        .max(mostSections),
    }),
    answer: answer<Record<string, never>>(),
  },
} as const satisfies Record<string, Shape>;
