import { MidadError } from '../model/errors.ts';

/**
 * What a file's bytes say. Arabic pages come in UTF-8, windows-1256 and ISO-8859-6 (and UTF-16 from
 * editors), and many name the wrong one or none. The order follows the WHATWG encoding standard (a byte
 * order mark, then the declaration), except that well-formed UTF-8 always wins over a declaration, and a
 * declaration wins over another encoding only if its text reads like Arabic.
 */
export interface Decoded {
  text: string;
  /** WHATWG name of the encoding that was used. */
  encoding: string;
  /** The encoding that the page claimed, where it was another one. */
  claimed?: string;
  /** The last character was cut in the middle. */
  cut: boolean;
}

/**
 * @param file for messages.
 * @throws MidadError `file-empty`, `file-not-text`, `file-encoding`.
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  if (bytes.length === 0) throw new MidadError('file-empty', { file });
  const marked = byMark(bytes);
  if (marked)
    return checked({ text: new TextDecoder(marked).decode(bytes), encoding: marked, cut: false }, file);
  const wide = wideWithoutMark(bytes);
  if (wide) return checked({ text: new TextDecoder(wide).decode(bytes), encoding: wide, cut: false }, file);
  if (isBinary(bytes)) throw new MidadError('file-not-text', { file });

  const claimed = claimedIn(bytes);
  const claim = claimed === undefined ? {} : { claimed };
  const utf8 = asUtf8(bytes);
  if (utf8) return checked(claimed === undefined || claimed === 'utf-8' ? utf8 : { ...utf8, ...claim }, file);

  const names = [
    ...new Set([claimed ?? 'windows-1256', 'windows-1256', 'iso-8859-6', 'utf-8', 'windows-1252']),
  ];
  const texts = names.map((encoding) => ({ encoding, text: new TextDecoder(encoding).decode(bytes) }));
  const scored = texts.map((candidate) => ({ ...candidate, score: plausibility(candidate.text) }));
  const best = scored.reduce((a, b) => (b.score > a.score + 0.02 ? b : a));
  // Neither words nor letters anywhere: guessing further would store rubbish.
  if (best.score < 0) throw new MidadError('file-encoding', { file });
  const result: Decoded = { text: best.text, encoding: best.encoding, cut: false };
  return checked(claimed !== undefined && claimed !== best.encoding ? { ...result, claimed } : result, file);
}

function checked(decoded: Decoded, file: string): Decoded {
  const text = decoded.text.replace(/^\ufeff/, '');
  if (text.trim() === '') throw new MidadError('file-empty', { file });
  return { ...decoded, text };
}

function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: NUL or 0x06 (the Arabic page) at every second byte. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096);
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (sample[i] === 0 || sample[i] === 6) even++;
    if (sample[i + 1] === 0 || sample[i + 1] === 6) odd++;
  }
  if (odd > pairs * 0.8 && even < pairs * 0.3) return 'utf-16le';
  if (even > pairs * 0.8 && odd < pairs * 0.3) return 'utf-16be';
  return undefined;
}

const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x50, 0x4b, 0x03, 0x04], // ZIP, DOCX
  [0x1f, 0x8b], // gzip
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0xd0, 0xcf, 0x11, 0xe0], // old Office
];

/** Known signatures, a NUL, or more control characters than text ever holds (0.5 %). */
function isBinary(bytes: Uint8Array): boolean {
  if (signatures.some((signature) => signature.every((byte, i) => bytes[i] === byte))) return true;
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  let nuls = 0;
  for (const byte of sample) {
    if (byte === 0) nuls++;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) controls++;
  }
  return nuls > 2 || controls > Math.max(4, sample.length * 0.005);
}

/** The declared encoding by its standard name: `<meta charset>`, `http-equiv`, an XML declaration; in the first 4 KB. */
function claimedIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const label =
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head)?.[1];
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return label.toLowerCase() === 'cp1256' || label === '1256' ? 'windows-1256' : undefined;
  }
}

/** The text if the bytes are UTF-8, but for a character cut at the end or a stray byte in ten thousand. */
function asUtf8(bytes: Uint8Array): Decoded | undefined {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', cut: false };
  } catch {
    const stream = new TextDecoder('utf-8', { fatal: true });
    try {
      return { text: stream.decode(bytes, { stream: true }), encoding: 'utf-8', cut: true };
    } catch {
      const text = new TextDecoder('utf-8').decode(bytes);
      const bad = text.split('\ufffd').length - 1;
      const wide = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
      return wide > bad * 20 ? { text, encoding: 'utf-8', cut: text.endsWith('\ufffd') } : undefined;
    }
  }
}

const common = new Set(
  'في من على إلى الى عن أن ان إن لا ما هذا هذه التي الذي كان قال بعد قبل مع بين كل أو او وقد قد لم غير خلال اليوم كما حيث أي اي وفي ومن وقال عام هو هي ذلك تم'.split(
    ' ',
  ),
);

/**
 * How much a text reads like Arabic, roughly −1 to 1.5: the share of words that are among the commonest, begin
 * with ال or end with ة, less the share of characters that no Arabic text holds. windows-1256 and ISO-8859-6
 * share the letters from ا to غ, so letters alone do not decide, but words do.
 */
export function plausibility(html: string): number {
  const text = html
    .slice(0, 400_000)
    .replace(/<(script|style)\b[\s\S]{0,100000}?<\/\1>/gi, ' ')
    .replace(/<[^>]{0,2000}>/g, ' ');
  const foreign = text.match(/[^\p{ASCII}\u00a0\u00ab\u00bb\u2010-\u2026\u20ac]/gu) ?? [];
  if (foreign.length === 0) return 0;
  const odd =
    text.match(/[\ufffd\u0080-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u02ff\u0370-\u05ff]/g)?.length ?? 0;
  const words = text.match(/[\u0621-\u065f\u0670-\u06d3]+/g) ?? [];
  let good = 0;
  for (const word of words) {
    if (common.has(word)) good += 1;
    else if (/^[وبكف]?ال.{2}/.test(word) || /.{2}ة$/.test(word)) good += 0.6;
    // A letter that never stands inside a word: ة ى or a mark at the beginning.
    if (/^[\u064b-\u0652ةى]|[ةى]./.test(word)) good -= 0.8;
  }
  const share = words.length === 0 ? 0 : good / words.length;
  return share - (odd / foreign.length) * 1.2;
}
