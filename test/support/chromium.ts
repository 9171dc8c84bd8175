import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Where people have it; the packaged one is used when none of these is there. */
const installed = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Our own folder in the checkout, so that nothing outside it is touched or trusted. */
const folder = join(import.meta.dirname, '../../.chromium');

/**
 * Web security stays on, unlike with the package's own `args`. The rest keeps Chromium from calling its maker and from
 * needing rights that a container lacks.
 */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--font-render-hinting=none',
];

/**
 * The Chromium that tests drive: an installed one if there is one (it is named on the screen), else, on Linux x64, the
 * one that came by npm, unpacked once.
 * @throws Error saying what to install, on other systems without a Chrome.
 */
export async function chromiumPath(): Promise<string> {
  const found = installed.find((path) => path !== undefined && path !== '' && existsSync(path));
  if (found !== undefined) {
    console.info(`browser tests use the installed ${found}`);
    return found;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Browser tests need Chrome or Chromium here: install one, or set CHROME_PATH to it.');
  }
  return unpack();
}

async function unpack(): Promise<string> {
  const whole = join(folder, 'whole');
  if (!existsSync(whole)) await unpackInto(whole);
  process.env['LD_LIBRARY_PATH'] = [join(whole, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
    .filter(Boolean)
    .join(':');
  return join(whole, 'chromium');
}

/** Test files begin side by side: each unpacks beside the others, and what is there under its name is whole. */
async function unpackInto(whole: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const own = mkdtempSync(join(folder, 'unpacking-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = own;
  try {
    const { default: packaged, inflate } = await import('@sparticuz/chromium');
    await packaged.executablePath();
    await inflate(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium')).pathname);
    renameSync(own, whole);
  } catch (error) {
    // Another was first.
    if (!existsSync(whole)) throw error;
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(own, { recursive: true, force: true });
  }
}

export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs, headless: true });
}
