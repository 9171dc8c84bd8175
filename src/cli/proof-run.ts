import { basename } from 'node:path';
import {
  type Finding,
  type HouseSpelling,
  type ProofOptions,
  proofRules,
  type ProofRule,
} from '../arabic/proof/finding.ts';
import { applyCertain, proof } from '../arabic/proof/proof.ts';
import { readTextAsItStands } from '../interchange/text-file.ts';
import { MidadError } from '../model/errors.ts';
import { proofStrings } from '../strings/proof.ts';
import { cliStrings, fill, plural } from '../strings/strings.ts';
import { cliLanguage } from './language.ts';
import { complain, print } from './output.ts';
import { explained, placesOf, showFinding } from './proof-show.ts';

interface Options {
  json?: boolean;
  fix?: boolean;
  rules?: boolean;
  only?: string;
  headline?: boolean;
  digits?: 'arab' | 'latn';
  tanwin?: 'before-alef' | 'after-alef';
  quotes?: boolean;
  house?: string;
}

/**
 * Prints what is found in a file or standard input: for a person, as JSON, or as the text with what is certain applied.
 * Exit code 1 when something was found (with `--fix`: when something is left).
 * @throws MidadError those of `readTextAsItStands`; `bad-option` for an unknown rule, a bad house list or no file.
 */
export async function runProof(file: string | undefined, options: Options): Promise<void> {
  const language = cliLanguage();
  const t = proofStrings[language];
  if (options.rules === true) {
    for (const rule of proofRules) print(`${rule.padEnd(20)}${t[`rule:${rule}`]}`);
    return;
  }
  if (file === undefined)
    throw new MidadError('bad-option', { name: 'file', value: '', expected: t['cli:noFile'] });
  const chosen = await proofOptions(options);
  const { text } = await readTextAsItStands(file);
  // A byte order mark is the file's, not the text's: it goes out as it came in, and no place counts from it.
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const body = text.slice(mark.length);
  const findings = proof(body, chosen);
  const name = file === '-' ? cliStrings[language].standardInput : basename(file);
  if (options.fix === true) {
    const fixed = applyCertain(body, findings);
    process.stdout.write(mark + fixed);
    const left = proof(fixed, chosen);
    complain(
      fill(t['cli:fixed'], {
        file: name,
        fixed: Math.max(0, findings.length - left.length),
        left: left.length,
      }),
    );
    if (left.length > 0) process.exitCode = 1;
    return;
  }
  if (options.json === true) print(JSON.stringify(asJson(body, findings, mark.length), null, 2));
  else showAll(name, body, findings);
  if (findings.length > 0) process.exitCode = 1;
}

function asJson(text: string, findings: readonly Finding[], shift: number): unknown[] {
  const places = placesOf(text, findings);
  return findings.map((finding, i) => ({
    ...places[i],
    start: finding.start + shift,
    end: finding.end + shift,
    rule: finding.rule,
    certain: finding.certain,
    text: text.slice(finding.start, finding.end),
    suggestions: finding.suggestions,
    explanation: explained(finding, cliLanguage()),
  }));
}

function showAll(name: string, text: string, findings: readonly Finding[]): void {
  const language = cliLanguage();
  const t = proofStrings[language];
  if (findings.length === 0) {
    print(fill(t['cli:clean'], { file: name }));
    return;
  }
  const places = placesOf(text, findings);
  for (const [i, finding] of findings.entries()) {
    for (const line of showFinding(name, text, finding, places[i] ?? { line: 1, column: 1 }, language))
      print(line);
  }
  const certain = findings.filter((finding) => finding.certain).length;
  const counted = plural(language, t['cli:findings'], findings.length, String(findings.length));
  print(fill(t['cli:summary'], { file: name, findings: counted, certain }));
}

async function proofOptions(o: Options): Promise<ProofOptions> {
  return {
    ...(o.headline === true ? { headline: true } : {}),
    ...(o.digits === undefined ? {} : { digits: o.digits }),
    ...(o.tanwin === undefined ? {} : { tanwin: o.tanwin }),
    ...(o.quotes === true ? { quotes: 'guillemets' as const } : {}),
    ...(o.house === undefined ? {} : { house: await houseOf(o.house) }),
    ...(o.only === undefined ? {} : { rules: rulesOf(o.only) }),
  };
}

function rulesOf(names: string): ReadonlySet<ProofRule> {
  const known: ReadonlySet<string> = new Set(proofRules);
  const chosen = new Set<ProofRule>();
  for (const name of names.split(/[,\s]+/).filter(Boolean)) {
    if (!known.has(name))
      throw new MidadError('bad-option', { name: '--only', value: name, expected: 'midad proof --rules' });
    chosen.add(name as ProofRule);
  }
  return chosen;
}

async function houseOf(file: string): Promise<HouseSpelling[]> {
  const { text } = await readTextAsItStands(file);
  const house: HouseSpelling[] = [];
  for (const [i, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [from = '', to = '', more] = line.split('\t').map((part) => part.trim());
    if (from === '' || to === '' || more !== undefined) {
      const expected = proofStrings[cliLanguage()]['cli:badHouse'];
      throw new MidadError('bad-option', { name: '--house', value: `${basename(file)}:${i + 1}`, expected });
    }
    house.push({ from, to });
  }
  return house;
}
