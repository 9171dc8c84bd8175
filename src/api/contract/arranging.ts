import { z } from 'zod';
import { schedule } from '../../model/schedule.ts';
import {
  type Arrangement,
  arrangement,
  type FrontPlanned,
  type Redirect,
  section,
  type Section,
  site,
  type Site,
} from '../../model/site.ts';
import { answer, expect, nullsTakeAway, type Shape, type WrittenAnswer } from './shape.ts';

/** The site's settings with the version that a change of them is based on. */
export interface SiteAnswer {
  site: Site;
  version: number;
  sections: { section: Section; version: number }[];
}

/** One front: how it is arranged, what is planned for it, and the stories that both name. */
export interface FrontAnswer {
  /** Without the breaking bar, which has a verb of its own. */
  arrangement: Arrangement;
  version: number;
  /** `dueAt`: the moment that is meant, ms since the epoch. */
  planned?: FrontPlanned & { dueAt: number };
  stories: { id: number; headline: string; section: string }[];
  /** The topics that fill packages, by name. */
  topics: { id: string; name: string }[];
}
export interface RedirectRow {
  redirect: Redirect;
  version: number;
}

/** What every arrangement may be no longer than: no paper has so many sections. */
const mostSections = 60;

const frontParams = z.strictObject({ id: section.shape.id });
const exact = z.strictObject(arrangement.shape);
const path = z.string().trim().min(1).max(1000);

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
      /** By name, never by leaving one out. */
      remove: z
        .array(z.strictObject({ id: section.shape.id, expect }))
        .max(mostSections)
        .exactOptional(),
    }),
    answer: answer<Record<string, never>>(),
  },
  front: { params: frontParams, answer: answer<FrontAnswer>() },
  setFront: {
    params: frontParams,
    body: z.strictObject({ expect, arrangement: exact }),
    answer: answer<WrittenAnswer>(),
  },
  scheduleFront: {
    params: frontParams,
    body: z.strictObject({ at: schedule, arrangement: exact }),
    answer: answer<WrittenAnswer>(),
  },
  unscheduleFront: { params: frontParams, answer: answer<WrittenAnswer>() },
  previewFront: {
    params: frontParams,
    body: z.strictObject({ arrangement: exact }),
    answer: answer<{ html: string }>(),
  },
  redirects: {
    query: z.strictObject({
      words: z.string().trim().max(200).default(''),
      after: path.exactOptional(),
    }),
    answer: answer<{ redirects: RedirectRow[] }>(),
  },
  putRedirect: {
    body: z.strictObject({ expect, from: path, to: path }),
    answer: answer<WrittenAnswer>(),
  },
  removeRedirect: {
    body: z.strictObject({ expect, from: path }),
    answer: answer<WrittenAnswer>(),
  },
} as const satisfies Record<string, Shape>;
