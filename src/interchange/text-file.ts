import { decode } from './encoding.ts';
import { fileBytes } from './file-bytes.ts';

/** Some twenty novels; what is larger is no text to be looked at in one piece. */
export const largestText = 64 * 1024 * 1024;

export interface TextAsItStands {
  text: string;
  /** WHATWG name. */
  encoding: string;
}

/**
 * The text of a file or of standard input (`-`), letter by letter: UTF-8 keeps its byte order mark and line ends. Another
 * encoding (UTF-16, windows-1256, ISO-8859-6) is recognised, and loses its mark.
 * @throws MidadError `file-missing`, `file-denied`, `file-empty`, `file-not-text`, `file-too-large`, `file-encoding`.
 */
export async function readTextAsItStands(path: string): Promise<TextAsItStands> {
  const bytes = await fileBytes(path, largestText);
  if (bytes.length > 0 && !bytes.subarray(0, 4096).includes(0)) {
    try {
      return {
        text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
        encoding: 'utf-8',
      };
    } catch {
      // Another encoding, or damaged.
    }
  }
  const { text, encoding } = decode(bytes, path);
  return { text, encoding };
}
