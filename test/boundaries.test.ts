import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/**
 * Which part may import which, one way only (docs/decisions and the design's table). A part always sees itself.
 * `main` is the composition root: main.ts, the server and the command line.
 */
const allowed: Record<string, readonly string[]> = {
  arabic: [],
  strings: ['arabic'],
  model: ['arabic', 'strings'],
  journal: ['arabic', 'strings', 'model'],
  catalog: ['arabic', 'strings', 'model', 'journal', 'jobs'],
  http: ['arabic', 'strings', 'model'],
  storage: ['model'],
  media: ['arabic', 'strings', 'model', 'storage'],
  purge: ['model', 'http', 'storage'],
  backup: ['model', 'journal', 'jobs', 'catalog', 'media', 'storage'],
  jobs: ['model', 'journal'],
  commands: ['arabic', 'strings', 'model', 'journal', 'catalog'],
  scheduler: ['model', 'journal', 'commands'],
  interchange: ['arabic', 'strings', 'model', 'journal', 'catalog', 'commands'],
  readership: ['arabic', 'strings', 'model', 'journal', 'catalog', 'commands'],
  // Both the server and the editors' pages use it: no DOM, no Node.
  editing: ['arabic', 'model'],
  drafts: ['strings', 'model', 'journal', 'commands', 'editing'],
  accounts: ['strings', 'model', 'journal', 'commands', 'config.ts'],
  api: [
    'arabic',
    'strings',
    'model',
    'http',
    'journal',
    'catalog',
    'commands',
    'accounts',
    'drafts',
    'media',
  ],
  // What the editors' pages see of the server: schemas, and the names of the policy's verbs.
  'api/contract': ['model', 'commands/policy.ts'],
  newsroom: ['arabic', 'strings', 'model', 'editing', 'api/contract', 'commands/policy.ts'],
  // Nothing that can write, and of the catalog only what is public.
  reader: [
    'arabic',
    'strings',
    'model',
    'http',
    'catalog/public',
    'catalog/search/search.ts',
    'catalog/suggest/suggest.ts',
  ],
};
const remedy: Record<string, string> = {
  reader: 'the reader site reads: pass what it needs through ReaderContext',
  arabic: 'the Arabic library stands alone: pass values in',
  catalog: 'commands write, the catalog follows the journal',
};

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => file.split(sep).join('/'));

const importsOf = (file: string) =>
  [...readFileSync(join(root, 'src', file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(
    ([, path = '']) =>
      relative(join(root, 'src'), resolve(dirname(join(root, 'src', file)), path))
        .split(sep)
        .join('/'),
  );

describe('the parts of Midad', () => {
  it('import one way only', () => {
    const wrong: string[] = [];
    for (const file of files.filter((name) => !/\.test\.tsx?$/.test(name) && !name.endsWith('contract.ts'))) {
      const part = file.startsWith('api/contract/') ? 'api/contract' : (file.split('/')[0] ?? '');
      const mayImport = allowed[part];
      if (mayImport === undefined) continue;
      for (const target of importsOf(file)) {
        if (
          target.startsWith(`${part}/`) ||
          mayImport.some((path) => target === path || target.startsWith(`${path}/`))
        )
          continue;
        wrong.push(
          `${file} imports ${target}: ${remedy[part] ?? `${part} may import ${mayImport.join(', ') || 'nothing'}`}`,
        );
      }
    }
    expect(wrong).toEqual([]);
  });

  it('have no cycles', () => {
    const graph = new Map(files.map((file) => [file, importsOf(file)]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (file: string, path: string[]) => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(cycles).toEqual([]);
  });

  it('have no barrels: no file only passes on what others export', () => {
    const barrels = files.filter((file) => {
      const lines = readFileSync(join(root, 'src', file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '' && !/^\s*(\/\/|\/?\*)/.test(line));
      return lines.length > 0 && lines.every((line) => /^export .* from '/.test(line));
    });
    expect(barrels).toEqual([]);
  });
});
