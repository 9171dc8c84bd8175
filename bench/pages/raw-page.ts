import { type DatelineSet, type GoldDateline, makeDateline } from './datelines.ts';
import { type Furniture, type Kind, places } from './furniture.ts';
import type { Gold } from './gold.ts';
import type { Random } from './random.ts';

export interface TemplateSet {
  furniture: Furniture;
  datelines: DatelineSet;
}

/** A page as a reader's copy gives it, and what a reader of it should find. */
export interface RawPage {
  text: string;
  gold: Gold;
  dateline: GoldDateline | undefined;
  /** Every line of furniture with its kind. */
  put: { kind: Kind; line: string }[];
}

const sites = ['إرم نيوز', 'الوادي نيوز', 'صحيفة النهر', 'أخبار الميناء', 'الشاطئ أونلاين'];
const sentences = [
  'خبر مهم وشكرا لكم على المتابعة.',
  'أتمنى أن يصل هذا الكلام إلى المسؤولين',
  'كلام جميل جدا، بارك الله فيكم.',
  'لماذا لا تنشرون رأينا في هذا الموضوع؟',
];
const dates = ['5 أغسطس 2015', '05/08/2015', '5 آب 2015', '2015-08-05', '05 أوت 2015'];

/** Makes a page of a story; `others` lends its lists their headlines. */
export function makePage(gold: Gold, set: TemplateSet, others: readonly Gold[], random: Random): RawPage {
  const site = random.pick(sites);
  const put: { kind: Kind; line: string }[] = [];
  const other = (): string => random.pick(others).headline;
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 't') return other();
      if (name === 'n') return String(random.below(900) + 3);
      if (name === 'date') return random.pick(dates);
      if (name === 'time') return `${random.below(12) + 10}:${random.below(50) + 10}`;
      if (name === 'name') return random.pick(set.datelines.reporters);
      if (name === 'url') return 'www.alwadi.example.com';
      if (name === 's') return random.pick(sentences);
      return name === 'h' ? gold.headline : site;
    });
  const some = (where: keyof typeof places, probability: number): string[] =>
    places[where].flatMap((kind) => {
      if (!random.chance(probability)) return [];
      const lines = fill(random.pick(set.furniture[kind])).split('\n');
      for (const line of lines) put.push({ kind, line });
      return lines;
    });

  const [first = '', ...later] = gold.paragraphs;
  const dateline = random.chance(0.6) ? makeDateline(set.datelines, first, random) : undefined;
  const body = [dateline?.first ?? first, ...later];
  const { headline } = gold;
  const again = random.below(4);
  const glued = random.chance(0.3) && again > 0 ? [headline.repeat(random.below(2) + 2)] : [];
  const repeats = Array.from({ length: Math.max(0, again - glued.length) }, () =>
    random.chance(0.25) ? `${headline} | ${site}` : headline,
  );
  const middle = body.flatMap((paragraph, i) =>
    i > 0 && random.chance(0.3) ? [...some('middle', 0.3), paragraph] : [paragraph],
  );
  const under = some('under', 0.35);
  const above = dateline?.line === undefined ? [] : [dateline.line];
  const lines = [
    ...some('top', 0.5),
    // A title that names its site stands above the heading, as in a browser's copy.
    ...repeats.filter((line) => line !== headline),
    headline,
    ...glued,
    ...repeats.filter((line) => line === headline),
    ...(random.chance(0.5) ? [...under, ...above] : [...above, ...under]),
    ...middle,
    ...some('end', 0.3),
    ...some('foot', 0.5),
  ];
  return { text: lines.join(random.pick(['\n', '\n\n', '\n\n\n'])), gold, dateline, put };
}
