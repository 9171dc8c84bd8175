import { store } from './theme.js';

/*
 * Counts a reading: once the story has stood on a visible page for five seconds in all, its signed token is sent.
 * No cookie, no identity; what was sent is remembered for the tab only, and not at all where storage is off.
 */
export const countReading = (story) => {
  const token = story.dataset.read;
  const key = 'read' + location.pathname;
  if (!navigator.sendBeacon || store('session', key)) return;
  let onScreen = false;
  let left = 5000;
  let since = 0;
  let timer = 0;
  const send = () => {
    watch.disconnect();
    document.removeEventListener('visibilitychange', change);
    if (navigator.sendBeacon('/r', token)) store('session', key, '1');
  };
  const change = () => {
    const reading = onScreen && document.visibilityState === 'visible' && !document.prerendering;
    if (reading && !timer) {
      since = Date.now();
      timer = setTimeout(send, left);
    } else if (!reading && timer) {
      clearTimeout(timer);
      timer = 0;
      left -= Date.now() - since;
    }
  };
  const watch = new IntersectionObserver((seen) => {
    onScreen = seen[seen.length - 1].isIntersecting;
    change();
  });
  watch.observe(story);
  document.addEventListener('visibilitychange', change);
  document.addEventListener('prerenderingchange', change);
};
