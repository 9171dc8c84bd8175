/*
 * Suggestions for a search field while it is typed in: the combobox with a list of the ARIA Authoring Practices
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Loaded when a reader goes into the field; without it the field is
 * what it was.
 */
const pause = 120;
let count = 0;

export const suggest = (field) => {
  const list = document.createElement('ul');
  const said = document.createElement('p');
  list.id = 'suggestions' + ++count;
  list.className = 'suggest';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.dataset.label);
  said.className = 'suggest-said';
  said.setAttribute('role', 'status');
  field.after(list, said);
  const say = (name, value) => field.setAttribute('aria-' + name, value);
  field.setAttribute('role', 'combobox');
  say('autocomplete', 'list');
  say('controls', list.id);
  say('expanded', 'false');

  let at = -1;
  let timer;
  let asking;
  const options = () => [...list.children];
  const mark = (next) => {
    at = next;
    options().forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    const option = options()[at];
    if (option) {
      say('activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else field.removeAttribute('aria-activedescendant');
  };
  const close = () => {
    list.hidden = true;
    say('expanded', 'false');
    mark(-1);
  };
  const show = ({ suggestions, status }) => {
    list.replaceChildren(
      ...suggestions.map(({ text, label, url, lang }, i) => {
        const option = document.createElement('li');
        const words = document.createElement('span');
        const kind = document.createElement('small');
        option.id = list.id + '-' + i;
        option.setAttribute('role', 'option');
        option.dataset.url = url;
        words.textContent = text;
        words.dir = 'auto';
        if (lang) words.lang = lang;
        kind.textContent = label;
        option.append(words, kind);
        return option;
      }),
    );
    mark(-1);
    const open = suggestions.length > 0 && document.activeElement === field;
    list.hidden = !open;
    say('expanded', String(open));
    said.textContent = open ? status : '';
  };
  const ask = () => {
    const q = field.value.trim();
    asking?.abort();
    if (q === '') return close();
    const mine = (asking = new AbortController());
    fetch(field.dataset.suggest + '?q=' + encodeURIComponent(q), { signal: mine.signal })
      .then((answer) => (answer.ok ? answer.json() : { suggestions: [] }))
      .then((found) => mine === asking && show(found))
      .catch(() => {});
  };
  const go = (option) => location.assign(option.dataset.url);

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });
  field.addEventListener('keydown', (event) => {
    const { key } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = list.children.length - 1;
    if (list.hidden) {
      if (key !== 'ArrowDown' || last < 0) return;
      list.hidden = false;
      say('expanded', 'true');
      mark(0);
    } else if (key === 'ArrowDown') mark(at === last ? -1 : at + 1);
    else if (key === 'ArrowUp') mark(at < 0 ? last : at - 1);
    else if (key === 'Escape') close();
    else if (key === 'Enter' && at >= 0) go(options()[at]);
    else return;
    event.preventDefault();
  });
  field.addEventListener('blur', close);
  /* Keeps the focus in the field, so that it is not closed before the click. */
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) go(option);
  });
  /* What was typed while the script was on its way. */
  if (field.value !== field.defaultValue) ask();
};
