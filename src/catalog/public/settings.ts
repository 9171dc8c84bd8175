import type { Front, Section, Site } from '../../model/site.ts';
import { type Database, text } from '../sqlite.ts';

/** What a site is before anybody set it up. */
export const unnamedSite: Site = {
  name: 'مداد',
  language: 'ar',
  country: 'sa',
  timeZone: 'Asia/Riyadh',
  digits: 'arab',
  hijri: false,
  about: [],
};

export function siteIn(db: Database): Site {
  return db.remember('site', () => {
    const row = db.get(`SELECT document FROM setting WHERE kind = 'site' LIMIT 1`);
    return row === undefined ? unnamedSite : (JSON.parse(text(row[0])) as Site);
  });
}

export function sectionsIn(db: Database): Section[] {
  return db.remember('sections', () =>
    db
      .all(`SELECT document FROM setting WHERE kind = 'section'`)
      .map(([document]) => JSON.parse(text(document)) as Section)
      .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
  );
}

export function sectionIn(db: Database, id: string): Section | undefined {
  const row = db.get(`SELECT document FROM setting WHERE kind = 'section' AND id = ?`, id);
  return row && (JSON.parse(text(row[0])) as Section);
}

export function frontIn(db: Database, id: string): Front | undefined {
  const row = db.get(`SELECT document FROM setting WHERE kind = 'front' AND id = ?`, id);
  return row && (JSON.parse(text(row[0])) as Front);
}
