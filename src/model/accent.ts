import { MidadError } from './errors.ts';

/** The themes in which an accent stands as text, as a rule beside text, and as a ground under the paper's colour. */
export type Theme = 'light' | 'dark';

/**
 * The least favourable of the grounds on which the accent is read, from `reader/assets/styles/tokens.css`: of paper, tint
 * and what is written on the accent itself, the tint is the nearest to it in both themes.
 */
const grounds: Readonly<Record<Theme, string>> = { light: '#f0f1ef', dark: '#1c2229' };

/** WCAG 2.2 AA for text of usual size. Source: https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const leastContrast = 4.5;

/** How an accent is written, everywhere: nothing else may come near a style sheet. */
export const colourPattern = /^#[0-9a-f]{6}$/;

/**
 * Contrast of an accent with the least favourable ground of a theme: 1 (none) to 21.
 * Source of the method: relative luminance and contrast ratio, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 *
 * @throws MidadError `bad-request` for what is not `#rrggbb` in small letters.
 */
export function accentContrast(colour: string, theme: Theme): number {
  const [light, dark] = [luminance(colour), luminance(grounds[theme])].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

export const isReadable = (colour: string, theme: Theme) => accentContrast(colour, theme) >= leastContrast;

/**
 * The colour itself where it is readable, else the nearest darker one (in the dark theme: lighter one) of the same hue.
 *
 * @throws MidadError `bad-request` as above.
 */
export function readableAccent(colour: string, theme: Theme): string {
  const end = theme === 'light' ? 0 : 255;
  for (let percent = 0; percent < 100; percent++) {
    const mixed = hex(channels(colour).map((one) => Math.round(one + ((end - one) * percent) / 100)));
    if (isReadable(mixed, theme)) return mixed;
  }
  return hex([end, end, end]);
}

function channels(colour: string): number[] {
  if (!colourPattern.test(colour)) throw new MidadError('bad-request', { colour });
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

const hex = (parts: readonly number[]) =>
  `#${parts.map((one) => one.toString(16).padStart(2, '0')).join('')}`;

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((one) => {
    const part = one / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
