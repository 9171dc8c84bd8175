import { countReading } from './beacon.js';
import { root, store } from './theme.js';

/* What buttons do, by their data-do. Without this script none of them is shown, and links stay links. */
const dark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches);
const nameTheme = (button) => {
  button.textContent = isDark() ? button.dataset.light : button.dataset.dark;
};
const address = () => document.querySelector('link[rel=canonical]')?.href || location.href;
const title = () => document.querySelector('h1')?.textContent.trim() || document.title;
const deeds = {
  theme(button) {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    store('local', 'theme', root.dataset.theme);
    nameTheme(button);
  },
  share() {
    navigator.share({ title: title(), url: address() }).catch(() => {});
  },
  copy(button) {
    const words = button.textContent;
    navigator.clipboard.writeText(address()).then(() => {
      button.textContent = button.dataset.done;
      setTimeout(() => (button.textContent = words), 3000);
    });
  },
  print() {
    print();
  },
};
/* An embed is a link until it is clicked; then a frame of its own takes its place, at the same size. */
const players = [
  [
    /^https:\/\/(?:www\.|m\.)?youtube\.com\/watch\?(?:.*&)?v=([\w-]+)/,
    'https://www.youtube-nocookie.com/embed/',
  ],
  [/^https:\/\/youtu\.be\/([\w-]+)/, 'https://www.youtube-nocookie.com/embed/'],
  [/^https:\/\/(?:www\.)?vimeo\.com\/(\d+)/, 'https://player.vimeo.com/video/'],
  [/^https:\/\/(?:www\.)?dailymotion\.com\/video\/(\w+)/, 'https://www.dailymotion.com/embed/video/'],
];
const playerOf = (url) => {
  for (const [pattern, base] of players) {
    const found = pattern.exec(url);
    if (found) return base + found[1];
  }
};
addEventListener('click', (event) => {
  const button = event.target.closest('[data-do]');
  if (button) return deeds[button.dataset.do]?.(button);
  const card = event.target.closest('a.embed');
  const player = card && !event.ctrlKey && !event.metaKey && !event.shiftKey && playerOf(card.href);
  if (!player) return;
  event.preventDefault();
  const frame = document.createElement('iframe');
  frame.src = player;
  frame.title = card.textContent.trim();
  frame.className = 'embed';
  frame.allow = 'fullscreen';
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups allow-presentation');
  frame.referrerPolicy = 'strict-origin';
  card.replaceWith(frame);
  frame.focus();
});
/* Suggestions while typing come when somebody goes into a search field. */
addEventListener('focusin', ({ target: field }) => {
  if (!field.dataset.suggest || field.dataset.with) return;
  field.dataset.with = 'suggestions';
  import(field.dataset.script).then((module) => module.suggest(field));
});
const ready = () => {
  document.querySelectorAll('[data-do=theme]').forEach(nameTheme);
  if (!navigator.share) document.querySelectorAll('[data-do=share]').forEach((b) => (b.dataset.off = ''));
  if (!navigator.clipboard) document.querySelectorAll('[data-do=copy]').forEach((b) => (b.dataset.off = ''));
  const story = document.querySelector('[data-read]');
  if (story) countReading(story);
};
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', ready);
else ready();
