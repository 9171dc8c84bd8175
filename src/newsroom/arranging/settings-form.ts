import type { SiteAnswer } from '../../api/contract/arranging.ts';
import type { Site } from '../../model/site.ts';
import type { SocialNetwork } from '../../model/social.ts';
import { fromLines, toLines } from './about-text.ts';

/** The settings as they are typed: every field is there, empty for none. */
export interface SettingsForm {
  name: string;
  tagline: string;
  description: string;
  founded: string;
  email: string;
  logo: Site['logo'] | null;
  accent: { light: string; dark: string } | null;
  country: Site['country'];
  digits: Site['digits'];
  timeZone: string;
  hijri: boolean;
  social: { network: SocialNetwork; handle: string }[];
  /** Null where it holds what is not edited as lines. */
  about: string | null;
}

export function formOf({ site }: Pick<SiteAnswer, 'site'>): SettingsForm {
  return {
    name: site.name,
    tagline: site.tagline ?? '',
    description: site.description ?? '',
    founded: site.foundedYear === undefined ? '' : String(site.foundedYear),
    email: site.contact?.email ?? '',
    logo: site.logo ?? null,
    accent: site.accent ?? null,
    country: site.country,
    digits: site.digits,
    timeZone: site.timeZone,
    hijri: site.hijri,
    social: (site.social ?? []).map(({ network, handle }) => ({ network, handle })),
    about: toLines(site.about) ?? null,
  };
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** What is sent: an empty field is one to be taken away. A page about us that is not edited here is not sent. */
export const fieldsOf = (form: SettingsForm) => ({
  name: form.name.trim(),
  tagline: orNull(form.tagline),
  description: orNull(form.description),
  foundedYear: form.founded.trim() === '' ? null : Number(western(form.founded)),
  contact: form.email.trim() === '' ? null : { email: form.email.trim() },
  logo: form.logo,
  accent: form.accent,
  country: form.country,
  digits: form.digits,
  timeZone: form.timeZone,
  hijri: form.hijri,
  social: form.social.map(({ network, handle }) => ({ network, handle: handle.trim().replace(/^@/, '') })),
  ...(form.about !== null && { about: fromLines(form.about) }),
});

/** A year is also typed as «٢٠١٦». */
const western = (figures: string) =>
  figures.trim().replace(/[٠-٩]/g, (figure) => String(figure.charCodeAt(0) - 0x660));
