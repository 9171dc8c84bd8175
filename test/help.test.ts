import { afterEach, expect, it, vi } from 'vitest';
import { run } from '../src/main.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const commands = [
  ['backup'],
  ['restore'],
  ['snapshot'],
  ['redact'],
  ['journal'],
  ['journal', 'copy'],
  ['users'],
  ['users', 'list'],
  ['users', 'invite'],
  ['users', 'link'],
  ['users', 'enter'],
  ['users', 'role'],
];

it.each(['ar', 'en'])('commands that keep the house explain themselves (%s)', async (language) => {
  vi.stubEnv('MIDAD_LANG', language);
  let said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  for (const command of commands) {
    said = '';
    expect(await run(['node', 'midad', ...command, '--help'])).toBe(0);
    expect(said).toContain(command.at(-1));
    expect(/\p{Script=Arabic}/u.test(said)).toBe(language === 'ar');
  }
});
