import { route } from '../route.ts';

export const settingsRoutes = [
  route('settings', {
    who: 'signed-in',
    async command({ catalog, siteUrl }) {
      const { name, language, country, timeZone, digits, hijri } = catalog().site();
      const sections = catalog()
        .sections()
        .map((section) => ({ id: section.id, name: section.name }));
      return { name, language, country, timeZone, digits, hijri, url: siteUrl(), sections };
    },
  }),
];
