import { westernDigits } from '../words.ts';

/** How the titles of a list begin: with a bullet, with their numbers in order, or with nothing. */
export type Form = 'bullet' | 'number' | 'plain';

const bullet = /^\s*[*•·●▪◦+✓✔☑►▶◄–-]/u;
/** «1- »، «2) »، «3. »: a number that counts; «5 قتلى» begins a title. */
const counted = /^\s*(\d{1,2})\s*[-–.)](?:\s+(?=\S)|(?=[\p{L}«"“]))/u;

export function isBulleted(line: string): boolean {
  return bullet.test(line);
}

/** The number that counts a line among others: «12- عصام…» gives 12; undefined where there is none. */
export function numberOf(line: string): number | undefined {
  const number = counted.exec(westernDigits(line))?.[1];
  return number === undefined ? undefined : Number(number);
}

/** A line without bullet and number. */
export function withoutNumber(line: string): string {
  return line.replace(bullet, '').replace(counted, '');
}

export function formOf(line: string): Form {
  if (isBulleted(line)) return 'bullet';
  return numberOf(line) === undefined ? 'plain' : 'number';
}
