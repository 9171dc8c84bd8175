import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { midad } from './support/midad.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-proof-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = async (text: string, name = 'story.txt') => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

describe('midad proof', () => {
  it('says where, what and why, and ends with 1', async () => {
    const { code, out } = await midad('proof', await file('سطر سليم.\nنتائج الإنتخابات البلدية.'));
    expect(code).toBe(1);
    expect(out).toContain('story.txt:2:7  connecting hamza (certain)');
    expect(out).toContain('⟦الإنتخابات⟧');
    expect(out).toContain('الانتخابات');
    expect(out).toContain('1 finding');
  });

  it('ends with 0 when there is nothing to say', async () => {
    const { code, out } = await midad('proof', await file('نتائج الانتخابات البلدية.'));
    expect([code, out]).toEqual([0, 'story.txt: nothing found.\n']);
  });

  it('gives JSON with places that count from the beginning of the file', async () => {
    const text = '\ufeffوصل الى المدينة';
    const { code, out } = await midad('proof', await file(text), '--json');
    const [found] = JSON.parse(out) as { start: number; end: number; rule: string; suggestions: string[] }[];
    expect(code).toBe(1);
    expect(found).toMatchObject({
      line: 1,
      column: 5,
      rule: 'hamzat-qat',
      certain: true,
      suggestions: ['إلى'],
    });
    expect(text.slice(found?.start, found?.end)).toBe('الى');
  });

  it('prints the text with what is certain applied, and never touches the file', async () => {
    const text = 'وصل الى المدينة ، و غادر.\nاجتمع المدراء.\n';
    const path = await file(text);
    const { code, out, err } = await midad('proof', path, '--fix');
    expect([code, out]).toEqual([1, 'وصل إلى المدينة، وغادر.\nاجتمع المدراء.\n']);
    expect(err).toContain('1 left');
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('takes the house’s spellings, digits, marks and rules', async () => {
    const house = await file('# names\nنتانياهو\tنتنياهو\n', 'house.tsv');
    const path = await file('التقى نتانياهو "الوفد" في ٢٠١٥');
    const all = await midad('proof', path, '--house', house, '--digits', 'latn', '--quotes', '--fix');
    expect([all.code, all.out]).toEqual([0, 'التقى نتنياهو «الوفد» في 2015']);
    const one = await midad('proof', path, '--only', 'mixed-digits', '--digits', 'latn', '--json');
    expect((JSON.parse(one.out) as unknown[]).length).toBe(1);
  });

  it('lists its rules', async () => {
    const { code, out } = await midad('proof', '--rules');
    expect(code).toBe(0);
    expect(out).toContain('hamzat-wasl');
  });

  it('ends with 2 and a reason for a rule, a list or a file that is none', async () => {
    const path = await file('نص');
    expect((await midad('proof', path, '--only', 'nonsense')).code).toBe(2);
    expect((await midad('proof', path, '--house', await file('كلمة واحدة', 'bad.tsv'))).code).toBe(2);
    expect((await midad('proof')).code).toBe(2);
    const missing = await midad('proof', join(folder, 'none.txt'));
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('none.txt')]);
  });
});
