import type { Catalogue } from './catalogue.ts';
import type { ar } from './date-field.ar.ts';

export const en: Catalogue<typeof ar> = {
  day: 'Day',
  month: 'Month',
  year: 'Year',
  hour: 'Hour',
  minute: 'Minute',
  zone: 'Clock',
  twice: 'Clocks go back that night and this time comes twice. Which is meant?',
  first: 'The first ({offset})',
  second: 'The second ({offset})',
  never: 'Clocks go forward that night and this time does not come; {time} is meant.',
};
