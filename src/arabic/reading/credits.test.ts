import { expect, test } from 'vitest';
import { readText } from './reading.ts';

const headline = 'مدينة ساحلية تبني مكتبة من الحجر القديم';
const paragraphs = [
  'افتتحت بلدية المدينة مكتبة عامة في مخزن مهجور بعد ثلاث سنوات من الترميم.',
  'ويزورها كل أسبوع مئات الطلاب من المدن المجاورة.',
];

test.each([
  '© REUTERS / سمر يوسف',
  '© Sputnik . Samar Yusuf',
  'AFP PHOTO / ليلى حسن',
  '(هيثم سالم)',
  'جلسة سابقة للمجلس البلدي (بترا)',
])('below a headline «%s» is a picture’s and names no writer', (line) => {
  const { reporter, dateline, paragraphs: body } = readText([headline, line, ...paragraphs].join('\n'));
  expect({ reporter, dateline, body }).toEqual({
    reporter: undefined,
    dateline: undefined,
    body: paragraphs,
  });
});

test.each(['سمر أبو شادي (أ ف ب)', 'كتبت: سمر يوسف'])('«%s» names a writer', (line) => {
  expect(readText([headline, line, ...paragraphs].join('\n')).reporter).toMatch(/^سمر/u);
});
