import { keys } from '../../model/dependency-keys.ts';
import { themeColours } from '../components/metadata.ts';
import type { Loader } from '../page.ts';
import { to } from '../routes.ts';

/** `/manifest.webmanifest`. Source: https://www.w3.org/TR/appmanifest/ */
export const loadManifest: Loader<object> = (context) => {
  const site = context.catalog().site();
  const icon = (name: string, sizes: string, type: string) => ({
    src: context.assets.url(name),
    sizes,
    type,
    purpose: 'any',
  });
  return {
    status: 200,
    type: 'application/manifest+json; charset=utf-8',
    body: JSON.stringify({
      id: '/',
      name: site.name,
      short_name: site.name,
      description: site.description ?? site.tagline,
      lang: site.language,
      dir: site.language === 'ar' ? 'rtl' : 'ltr',
      start_url: to.home(),
      scope: '/',
      display: 'minimal-ui',
      background_color: themeColours.light,
      theme_color: themeColours.light,
      icons: [icon('icon.svg', 'any', 'image/svg+xml')],
    }),
    keys: [keys.site],
    hold: 3600,
  };
};
