import { describe, expect, it } from 'vitest';
import { decode, plausibility } from './encoding.ts';
import { encode } from './fixtures/encode.ts';
import { headline, modern, old } from './fixtures/pages.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the encoding of an Arabic page is found', () => {
  for (const real of ['windows-1256', 'iso-8859-6'] as const) {
    for (const claimed of ['windows-1256', 'iso-8859-6', 'utf-8', 'iso-8859-1', '']) {
      it(`${real}, claimed to be ${claimed === '' ? 'nothing' : claimed}`, () => {
        const read = decode(encode(old(claimed), real), 'page.html');
        expect(read.encoding).toBe(real);
        expect(read.text).toContain(headline);
        expect(read.claimed === undefined).toBe(claimed === real || claimed === '');
      });
    }
  }
  for (const claimed of ['windows-1256', 'iso-8859-6']) {
    it(`UTF-8, claimed to be ${claimed}`, () => {
      const read = decode(utf8(old(claimed)), 'page.html');
      expect([read.encoding, read.claimed]).toEqual(['utf-8', claimed]);
      expect(read.text).toContain(headline);
    });
  }
  it('UTF-8 and UTF-16 with a byte order mark, UTF-16 without', () => {
    expect(decode(utf8(`\ufeff${headline}`), 'a.txt').text).toBe(headline);
    const wide = Buffer.from(`${headline}\n${headline}`, 'utf16le');
    expect(decode(wide, 'a.txt')).toMatchObject({ encoding: 'utf-16le', text: `${headline}\n${headline}` });
    expect(decode(Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), 'a.txt').text).toContain(headline);
    expect(
      decode(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]), 'a.txt').encoding,
    ).toBe('utf-16be');
  });
  it('a short text in windows-1256 without any mark', () => {
    expect(decode(encode('قال الوزير إن المشروع انتهى في موعده.', 'windows-1256'), 'a.txt').encoding).toBe(
      'windows-1256',
    );
  });
  it('UTF-8 cut in the middle of its last letter', () => {
    const bytes = utf8(modern);
    const at = bytes.findLastIndex((byte) => byte >= 0xd8 && byte <= 0xdb);
    expect(decode(bytes.subarray(0, at + 1), 'a.html')).toMatchObject({ encoding: 'utf-8', cut: true });
  });
  it('UTF-8 with a stray byte', () => {
    const bytes = utf8(modern);
    bytes[bytes.indexOf(0xd8)] = 0xff;
    expect(decode(bytes, 'a.html').encoding).toBe('utf-8');
  });
});

describe('what is not text is refused', () => {
  const code = (bytes: Uint8Array): string => {
    try {
      decode(bytes, 'a.html');
      return 'read';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  it('by a name for the reason', () => {
    expect(code(new Uint8Array())).toBe('file-empty');
    expect(code(utf8(' \n\t'))).toBe('file-empty');
    expect(code(Buffer.from('%PDF-1.7 '))).toBe('file-not-text');
    expect(code(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))).toBe('file-not-text');
    expect(code(Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))).toBe('file-not-text');
    expect(code(new Uint8Array(5000))).toBe('file-not-text');
  });
  it('one letter of noise does not make a page plausible', () => {
    expect(plausibility('ÇáæÒíÑ ÞÇá')).toBeLessThan(0);
  });
});
