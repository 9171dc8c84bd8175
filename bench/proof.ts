import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { type Finding, proofRules } from '../src/arabic/proof/finding.ts';
import { proof } from '../src/arabic/proof/proof.ts';
import { countWords } from '../src/arabic/words.ts';
import { machine, table } from './table.ts';

/**
 * `npm run bench:proof [-- FILE.ndjson.gz]`: what the proofreader finds in real news, by rule, per thousand words; for rules
 * with certain findings how many of a random sample, read one by one, were false. The sample is drawn by a fixed sequence, so
 * that it is the same every time: `--sample N` prints N findings of each rule to be judged.
 */
const archive = join(import.meta.dirname, '../../shared/data/ant/articles.ndjson.gz');
const args = process.argv.slice(2);
const sampleAt = args.indexOf('--sample');
const sampleSize = sampleAt < 0 ? 0 : Number(args[sampleAt + 1]);
const file = args.find((arg, i) => !arg.startsWith('--') && i !== sampleAt + 1) ?? archive;

interface Verdicts {
  note: string;
  rules: Record<string, { read: number; false: number }>;
}
const judged = JSON.parse(
  readFileSync(join(import.meta.dirname, 'labels/proof-verdicts.json'), 'utf8'),
) as Verdicts;

if (!existsSync(file)) {
  console.log(
    `There is no archive of stories at ${file}: give one, gzipped, a story a line with a field text.`,
  );
  process.exit(1);
}

/** A linear congruential sequence (Numerical Recipes): the same sample on every machine. */
let seed = 20_261_125;
const random = () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

const counts = new Map<string, { certain: number; unsure: number; sample: string[] }>();
for (const rule of proofRules) counts.set(rule, { certain: 0, unsure: 0, sample: [] });
let words = 0;
let bytes = 0;
let spent = 0;
const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
for await (const line of lines) {
  const { text } = JSON.parse(line) as { text: string };
  words += countWords(text);
  bytes += Buffer.byteLength(text);
  const start = performance.now();
  const findings = proof(text);
  spent += performance.now() - start;
  for (const finding of findings) take(text, finding);
}

/** Reservoir sampling: every certain finding of a rule has the same chance. */
function take(text: string, finding: Finding): void {
  const count = counts.get(finding.rule);
  if (count === undefined) return;
  if (!finding.certain) {
    count.unsure++;
    return;
  }
  count.certain++;
  if (sampleSize === 0) return;
  const { start, end, suggestions } = finding;
  const context = `${text.slice(Math.max(0, start - 30), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 30)}`;
  const shown = `${context.replace(/\s/g, ' ')} → ${suggestions.join(' | ')}`;
  if (count.sample.length < sampleSize) count.sample.push(shown);
  else {
    const at = Math.floor(random() * count.certain);
    if (at < sampleSize) count.sample[at] = shown;
  }
}

if (sampleSize > 0) {
  for (const [rule, { certain, sample }] of counts) {
    if (sample.length > 0) console.log(`\n## ${rule} (${certain})\n${sample.join('\n')}`);
  }
} else {
  const per = (n: number) => ((n / words) * 1000).toFixed(3);
  let falseAlarms = 0;
  const rows = [...counts]
    .filter(([, { certain, unsure }]) => certain + unsure > 0)
    .map(([rule, { certain, unsure }]) => {
      const verdict = judged.rules[rule];
      const share = verdict === undefined || verdict.read === 0 ? undefined : verdict.false / verdict.read;
      if (share !== undefined) falseAlarms += share * certain;
      return [
        rule,
        per(certain),
        per(unsure),
        verdict === undefined ? '–' : `${verdict.false} of ${verdict.read}`,
        share === undefined ? '–' : per(share * certain),
      ];
    });
  const read = Object.values(judged.rules).reduce((sum, rule) => sum + rule.read, 0);
  console.log(
    `${machine()}\n${words.toLocaleString('en')} words, ${(bytes / 1e3 / spent).toFixed(1)} MB/s\n`,
  );
  console.log(
    table(
      'Proofreading: findings per 1,000 words',
      ['rule', 'certain', 'for an editor', 'false among those read', 'false alarms'],
      rows,
    ),
  );
  console.log(
    `False alarms of certain findings, reckoned from ${read} read: ${per(falseAlarms)} per 1,000 words (to be ≤ 1).`,
  );
}
