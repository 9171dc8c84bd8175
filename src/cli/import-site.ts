import { openPublicCatalog } from '../catalog/public/open.ts';
import { catalogFile, isOfThisVersion, readCurrent } from '../catalog/files.ts';
import { initialiseSite } from '../commands/initialise-site.ts';
import type { Journal } from '../journal/journal.ts';
import { openJournal } from '../journal/open.ts';
import type { PostgresPlace } from '../journal/place.ts';
import type { Section, Site } from '../model/site.ts';

/** Who writes, in the audit trail. */
export const importer = 'cli:import';

export interface SiteForImport {
  journal: Journal;
  sections: Section[];
  /** The site's IANA zone, in which dates without a zone are read. */
  zone: string;
}

/** Opens the journal of a data folder, sets up an empty one, and says what an import must know of the site. */
export async function openSite(dataDir: string, postgres?: PostgresPlace): Promise<SiteForImport> {
  const journal = await openJournal(dataDir, postgres);
  try {
    await initialiseSite({ journal, actor: importer, now: Date.now() });
    return { journal, sections: sectionsOf(dataDir), zone: await zoneOf(journal) };
  } catch (error) {
    await journal.close();
    throw error;
  }
}

/** The zone of the site in a data folder, without making anything; UTC where there is none. */
export async function zoneOf(journal: Journal): Promise<string> {
  const site = (await journal.current('site', 'site'))?.content as Site | null | undefined;
  return site?.timeZone ?? 'UTC';
}

/** Sections as the catalog knows them; a new one is found in the journal by its id. */
function sectionsOf(dataDir: string): Section[] {
  const current = readCurrent(dataDir);
  if (current === undefined || !isOfThisVersion('public', current.public)) return [];
  try {
    const catalog = openPublicCatalog(catalogFile(dataDir, current.public));
    try {
      return catalog.sections();
    } finally {
      catalog.close();
    }
  } catch {
    return []; // it is being made, or was damaged and will be made anew
  }
}
