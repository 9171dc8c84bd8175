import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type NodeProcess, setUpBy, startProcess } from '../../test/support/node-process.ts';
import type { Client } from '../../test/support/staff.ts';
import { quantile } from '../load.ts';
import { ms, table } from '../table.ts';
import { placeIn } from './place.ts';

const nodesTried = [1, 2, 3, 4];
const publications = 45;
/** An idle newsroom: everything of the publication before is over. */
const idleMs = 150;

/**
 * From the answer to «publish» until the front page of each node has the story, each node a process of its own on one
 * PostgreSQL that keeps what it acknowledges (fsync).
 */
export async function benchVisible(folder: string, database: string): Promise<string> {
  const rows: string[][] = [];
  for (const count of nodesTried) {
    const environment = { DATABASE_URL: placeIn(database, `visible_${count}`).url };
    const nodes: NodeProcess[] = [];
    for (let n = 0; n < count; n++)
      nodes.push(await startProcess(join(folder, `visible-${count}-${n}`), 0, environment));
    const [first] = nodes;
    const client = await setUpBy(first?.url ?? '', first?.setUpLink);
    const seen: number[] = [];
    const answers: number[] = [];
    for (let n = 0; n < publications; n++) {
      const { visible, answer } = await publishOne(client, nodes, n);
      // The first few find cold code.
      if (n < 5) continue;
      seen.push(...visible);
      answers.push(answer);
      await pause(idleMs);
    }
    for (const node of nodes) await node.stop();
    rows.push([
      String(count),
      `p50 ${ms(quantile(seen, 0.5))}, p99 ${ms(quantile(seen, 0.99))}`,
      `p50 ${ms(quantile(answers, 0.5))}, p99 ${ms(quantile(answers, 0.99))}`,
      'p99 ≤ 100 ms',
    ]);
  }
  return table(
    'From the answer to «publish» to the front page of every node',
    ['nodes', 'visible after', 'answer after', 'aim'],
    rows,
  );
}

async function publishOne(client: Client, nodes: readonly NodeProcess[], n: number) {
  const headline = `خبر للقياس رقم ${n}`;
  const { said } = await client.call('createStory', { body: { fields: { headline, section: 'culture' } } });
  await pause(idleMs);
  const asked = performance.now();
  const { status } = await client.call('publishStory', { params: { id: said.id }, body: { expect: 1 } });
  if (status !== 200) throw new Error(`publishing answered ${status}`);
  const answered = performance.now();
  const visible = await Promise.all(
    nodes.map(async ({ url }) => {
      while (!(await (await fetch(url)).text()).includes(headline)) await pause(1);
      return performance.now() - answered;
    }),
  );
  return { visible, answer: answered - asked };
}
