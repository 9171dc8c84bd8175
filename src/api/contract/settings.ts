import type { Site } from '../../model/site.ts';
import { answer, type Shape } from './shape.ts';

/** Of the site's settings what the newsroom's screens need, and the sections that a story may be in. */
export interface SettingsAnswer extends Pick<
  Site,
  'name' | 'language' | 'country' | 'timeZone' | 'digits' | 'hijri'
> {
  /** Where readers find the site. */
  url: string;
  sections: { id: string; name: string }[];
  /** Those that were removed and that killed stories are still in, with the names that they had. */
  formerSections: { id: string; name: string }[];
}

export const settingsContract = {
  settings: { answer: answer<SettingsAnswer>() },
} as const satisfies Record<string, Shape>;
