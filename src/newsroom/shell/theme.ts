export type Theme = 'system' | 'light' | 'dark';

/** Remembered on the device; the same words as the reader site uses. */
export const rememberedTheme = (): Theme => {
  const kept = localStorage.getItem('midad-theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
};

export function applyTheme(theme: Theme = rememberedTheme()): void {
  if (theme === 'system') {
    localStorage.removeItem('midad-theme');
    delete document.documentElement.dataset['theme'];
  } else {
    localStorage.setItem('midad-theme', theme);
    document.documentElement.dataset['theme'] = theme;
  }
}
