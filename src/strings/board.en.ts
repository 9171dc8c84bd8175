import type { ar } from './board.ar.ts';
import type { Catalogue } from './catalogue.ts';

export const en: Catalogue<typeof ar> = {
  title: 'Readership',
  span: 'Span',
  now: 'Now',
  today: 'Today',
  month: 'Thirty days',
  nowHint: 'This hour and the one before',
  reads: {
    zero: 'No readings',
    one: 'One reading',
    two: 'Two readings',
    few: '{n} readings',
    many: '{n} readings',
    other: '{n} readings',
  },
  byHour: 'Readings by the hour',
  byDay: 'Readings by the day',
  hour: 'Hour',
  day: 'Day',
  count: 'Readings',
  asTable: 'The figures as a table',
  stories: 'Most read',
  sections: 'By section',
  none: 'Nothing has been read in this span yet.',
  how: 'A reading counts once for each reader and visit; robots do not count. Nothing about readers is kept.',
};
