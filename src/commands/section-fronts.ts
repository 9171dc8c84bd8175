import type { Change, Journal } from '../journal/journal.ts';
import type { Arrangement, Front } from '../model/site.ts';
import { plannedFront } from './schedule-front.ts';
import { homeFront } from './set-front.ts';

/** How many fronts a section cannot be taken from: those that fill a package from it, now or by plan, and its own once somebody arranged it. */
export async function frontsNaming(
  journal: Journal,
  section: string,
  sections: Iterable<string>,
): Promise<number> {
  let naming = 0;
  for (const id of new Set([homeFront, ...sections, section])) {
    const now = (await standing(journal, id))?.content;
    const plan = (await plannedFront({ journal }, id))?.plan.arrangement;
    const all = [now, plan].filter((one) => one !== undefined);
    if (id === section ? plan !== undefined || all.some(isArranged) : all.some((one) => fills(one, section)))
      naming++;
  }
  return naming;
}

/** The change that takes a section's own front away with it; none where there is none. */
export async function ownFrontGoes(journal: Journal, section: string): Promise<Change[]> {
  const front = await standing(journal, section);
  return front === undefined
    ? []
    : [{ kind: 'front', id: section, action: 'remove', expect: front.version, content: front.content }];
}

async function standing(
  journal: Journal,
  id: string,
): Promise<{ content: Front; version: number } | undefined> {
  const entry = await journal.current('front', id);
  if (entry === undefined || entry.action === 'remove' || entry.content === null) return undefined;
  return { content: entry.content as Front, version: entry.version };
}

const isArranged = ({ lead, packages, pins = [] }: Arrangement) =>
  lead !== undefined || packages.length > 0 || pins.length > 0;

const fills = ({ packages }: Arrangement, section: string) =>
  packages.some(({ fill }) => fill !== undefined && 'section' in fill && fill.section === section);
