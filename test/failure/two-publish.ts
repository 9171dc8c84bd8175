import { publishStory } from '../../src/commands/publish-story.ts';
import { saveStory } from '../../src/commands/save-story.ts';
import { verify } from '../../src/catalog/verify.ts';
import { usualPostgres } from '../../src/journal/place.ts';
import { MidadError } from '../../src/model/errors.ts';
import { startSite } from '../support/site.ts';
import type { Outcome } from './outcome.ts';

/** Two nodes publish one story in the same moment: one does, the other is told, and the story is published once. */
export async function publishTwice(rounds: number, database: string): Promise<Outcome> {
  const environment = { DATABASE_URL: database };
  const sites = [
    await startSite({ demo: false, environment }),
    await startSite({ demo: false, environment }),
  ];
  const faults: string[] = [];
  let acknowledged = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      const contexts = sites.map(({ journal }) => ({ journal, actor: 'cli', now: Date.now() }));
      const [here] = contexts;
      if (here === undefined) break;
      const fields = { headline: `خبر يريده اثنان رقم ${round}`, section: 'culture' };
      const saved = await saveStory(here, { fields });
      const target = { id: Number(saved.id), expect: saved.version };
      const outcomes = await Promise.allSettled(contexts.map((context) => publishStory(context, target)));
      acknowledged += outcomes.filter(({ status }) => status === 'fulfilled').length;
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected' && !isConflict(outcome.reason)) faults.push(String(outcome.reason));
      }
    }
    if (acknowledged !== rounds) faults.push(`${acknowledged} publications were acknowledged, not ${rounds}`);
    const { seq } = sites[0] ? await sites[0].journal.head() : { seq: 0 };
    const differing: string[] = [];
    for (const site of sites) {
      await site.caughtUp(seq);
      differing.push(...(await verify(site.data, { ...usualPostgres, url: database })).differences);
    }
    return {
      what: 'two nodes publish one story',
      rounds,
      acknowledged,
      lost: 0,
      reads: 0,
      readsFailed: 0,
      equal: differing.length === 0,
      recoveryMs: 0,
      faults: [...faults, ...differing],
    };
  } finally {
    for (const site of sites) await site.stop();
  }
}

const isConflict = (error: unknown) =>
  error instanceof MidadError && (error.code === 'conflict' || error.code === 'wrong-status');
