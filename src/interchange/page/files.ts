import { type Stats, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MidadError } from '../../model/errors.ts';
import { decode } from '../encoding.ts';
import { fileBytes } from '../file-bytes.ts';
import { isHtml, type PageStory, readHtmlStory, readPlainStory } from './read-page.ts';

/** Saved with its scripts in it, the largest news page seen has 6 MB. */
export const largestPage = 32 * 1024 * 1024;

/** How the encoding was found, for the operator. */
export interface ReadFile {
  story: PageStory;
  encoding: string;
  /** What the page claimed to be encoded in, where that was wrong. */
  claimed?: string;
  /** The file ends in the middle of the page or of a character. */
  truncated: boolean;
}

/**
 * The pages of a path: itself, or the .html, .htm, .xhtml and .txt files in a folder and its folders, by name. Folders that
 * browsers make beside a saved page (`…_files`) and symbolic links are passed over.
 * @throws MidadError `file-missing`.
 */
export function pagesIn(path: string): string[] {
  if (path === '-') return [path];
  const stat = statOf(path);
  if (!stat.isDirectory()) return [path];
  const found: string[] = [];
  const folders = [path];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const full = join(folder, entry.name);
      if (entry.isDirectory() && !/_files$|^\./.test(entry.name)) folders.push(full);
      else if (entry.isFile() && /\.(?:x?html?|txt)$/i.test(entry.name)) found.push(full);
    }
  }
  return found.sort();
}

function statOf(path: string): Stats {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new MidadError('file-missing', { file: path });
  return stat;
}

/**
 * Reads one page or pasted text; `-` is standard input.
 * @param zone IANA zone for dates that name none.
 * @throws MidadError `file-missing`, `file-denied`, `file-empty`, `file-not-text`, `file-too-large` (params size, limit in MB, told
 *   before anything is read), `file-encoding`, `no-story-found`.
 */
export async function readPageFile(path: string, zone: string): Promise<ReadFile> {
  const file = path;
  const bytes = await fileBytes(path, largestPage);
  const decoded = decode(bytes, file);
  const html = /\.x?html?$/i.test(path) || isHtml(decoded.text);
  const story = html
    ? readHtmlStory(decoded.text, { file, zone })
    : readPlainStory(decoded.text, { file, zone });
  const read: ReadFile = { story, encoding: decoded.encoding, truncated: decoded.cut || story.truncated };
  return decoded.claimed === undefined ? read : { ...read, claimed: decoded.claimed };
}
