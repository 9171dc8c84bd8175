/* Runs before the first paint: a reader's own choice of light or dark, kept in the browser only. */
export const root = document.documentElement;
export const store = (kind, key, value) => {
  try {
    const box = window[kind + 'Storage'];
    return value === undefined ? box.getItem(key) : box.setItem(key, value);
  } catch {
    return null;
  }
};
const chosen = store('local', 'theme');
if (!root.dataset.theme && (chosen === 'light' || chosen === 'dark')) root.dataset.theme = chosen;
