import { fold } from '../arabic/fold.ts';
import type { Journal } from '../journal/journal.ts';
import { MidadError } from '../model/errors.ts';
import { reservedWords, type Section, sectionId } from '../model/site.ts';
import { isThere } from './is-there.ts';

/** Sections that archives name in many ways: id, Arabic name, other words for it. */
const known: readonly (readonly [id: string, name: string, words: string])[] = [
  ['news', 'أخبار', 'news general main home headlines أخبار عام الرئيسية عاجل'],
  ['politics', 'سياسة', 'politics politic political policy government elections سياسي سياسية انتخابات'],
  [
    'economy',
    'اقتصاد',
    'economy economic economics business finance money market markets مال أعمال اقتصادي اقتصادية أسواق مالوأعمال مالواقتصاد بورصة',
  ],
  ['sports', 'رياضة', 'sport sports football soccer رياضي رياضية كرةالقدم رياضةعربية رياضةعالمية'],
  [
    'culture',
    'ثقافة',
    'culture cultural arts art books literature ثقافي ثقافية أدب فنون ثقافةوفنون ثقافةوفن كتب',
  ],
  ['science', 'علوم', 'science sciences علم علمي علومية فضاء'],
  [
    'technology',
    'تقنية',
    'technology tech digital it internet sciencetech تكنولوجيا تقني علوموتكنولوجيا تكنولوجيات رقميات',
  ],
  ['health', 'صحة', 'health medicine medical wellness صحي طب صحةوطب'],
  ['society', 'مجتمع', 'society social community مجتمعات اجتماع اجتماعي'],
  ['world', 'عالم', 'world global abroad عالمي أخبارالعالم'],
  ['international', 'دولي', 'international foreign internationalnews دولية دوليات'],
  [
    'arab',
    'عربي',
    'arab arabworld arabic middleeast mideast mena عربية عرب الوطنالعربي العالمالعربي الشرقالأوسط',
  ],
  [
    'local',
    'محليات',
    'local localnews national nation domestic region regional محلي محلية وطني وطنية محافظات جهات',
  ],
  [
    'opinion',
    'رأي',
    'opinion opinions oped editorial editorials column columns comment views آراء مقالات مقال رأيومقالات',
  ],
  [
    'entertainment',
    'فن',
    'entertainment celebrity celebrities showbiz movies cinema music tv فنومشاهير مشاهير سينما موسيقى',
  ],
  ['variety', 'منوعات', 'variety diverse misc miscellaneous various other offbeat odd متفرقات منوع غرائب'],
  ['lifestyle', 'أسلوب حياة', 'lifestyle life style fashion food أسلوبالحياة حياة موضة أسرة المرأة'],
  ['education', 'تعليم', 'education school schools university تربية تعليمي جامعات'],
  ['environment', 'بيئة', 'environment climate nature مناخ بيئي'],
  ['travel', 'سفر', 'travel tourism سياحة سفروسياحة'],
  ['religion', 'دين', 'religion faith islam religious إسلاميات ديني'],
  ['accidents', 'حوادث', 'accidents crime crimes courts حادث قضاء جرائم'],
  ['weather', 'طقس', 'weather أحوالالطقس'],
  ['cars', 'سيارات', 'cars auto autos automotive motors'],
  ['media', 'إعلام', 'press إعلامي صحافة'],
];

/** What stories without a category go into. */
const fallback = 'news';

/** Comparison form of a category: folded, letters and digits only, without «أخبار …» and «… news» round it. */
function keyOf(name: string): string {
  const plain = fold(name).replace(/[^\p{L}\p{N}]+/gu, '');
  const arabic = plain.replace(/^ال(?=.{3})/, '');
  return arabic
    .replace(/(?<=.{3})news$/, '')
    .replace(/^اخبار(?=.{3})/, '')
    .replace(/^ال(?=.{3})/, '');
}

const byKey = new Map<string, string>();
for (const [id, name, words] of known) {
  for (const word of [id, name, ...words.split(' ')]) if (!byKey.has(keyOf(word))) byKey.set(keyOf(word), id);
}

/**
 * Finds the section for a category's name, or makes one. An existing section is matched by its id or its name
 * (folded); common words in Arabic and English lead to a section with a good Arabic name («localNews» →
 * محليات); any other name becomes a section of its own, `sec-1`, `sec-2`, … Two imports at once agree,
 * because the name is claimed in the journal.
 */
export class SectionFinder {
  readonly #journal: Journal;
  readonly #actor: string;
  readonly #found = new Map<string, string>();
  readonly #present = new Set<string>();
  readonly #names: string[] = [];

  /** @param existing the sections that the site has, as far as the caller knows; others are looked up by id. */
  constructor(journal: Journal, actor: string, existing: readonly Section[]) {
    this.#journal = journal;
    this.#actor = actor;
    for (const section of existing) {
      this.#present.add(section.id);
      this.#names.push(section.name);
      this.#found.set(keyOf(section.name), section.id);
    }
    for (const section of existing) this.#found.set(keyOf(section.id), section.id);
  }

  /**
   * @param name a category, a section's id or name; absent or empty gives `news`.
   * @returns the id of a section that exists.
   */
  async find(name: string | undefined, now: number): Promise<string> {
    const wish = name?.trim() ?? '';
    const key = keyOf(wish);
    const found = this.#found.get(key);
    if (found !== undefined) return found;
    const id = await this.#make(wish, key, now);
    this.#found.set(key, id);
    return id;
  }

  /** @throws MidadError `unknown-section` where the name is neither a section's nor a common one. */
  async require(name: string, now: number): Promise<string> {
    const key = keyOf(name);
    const given = name.trim();
    const exists = this.#found.has(key) || byKey.has(key) || (await this.#exists(given));
    if (!exists)
      throw new MidadError('unknown-section', { section: given, sections: this.#names.join('، ') });
    return this.find(name, now);
  }

  async #make(wish: string, key: string, now: number): Promise<string> {
    if (await this.#exists(wish)) return wish;
    const common = key === '' ? fallback : byKey.get(key);
    const entry = known.find(([id]) => id === common);
    if (entry) {
      const id = reservedWords.has(entry[0]) ? `${entry[0]}-section` : entry[0];
      if (!(await this.#exists(id)))
        await this.#create({ id, name: entry[1], order: await this.#order() }, now);
      return id;
    }
    const claim = { space: 'section-name', name: key.slice(0, 200) };
    const holder = (await this.#journal.holders(claim.space, [claim.name])).get(claim.name);
    if (holder) {
      // The newsroom removed it, and here is a story of it again.
      if (!(await this.#exists(holder.id)))
        await this.#create({ id: holder.id, name: wish.slice(0, 100), order: await this.#order() }, now);
      return holder.id;
    }
    const number = await this.#journal.reserve('section', 1);
    const section: Section = { id: `sec-${number}`, name: wish.slice(0, 100), order: await this.#order() };
    try {
      await this.#create(section, now, claim);
    } catch (error) {
      if (!(error instanceof MidadError) || error.code !== 'claim-taken') throw error;
      const taken = (await this.#journal.holders(claim.space, [claim.name])).get(claim.name);
      if (!taken) throw error;
      return taken.id;
    }
    return section.id;
  }

  async #exists(id: string): Promise<boolean> {
    if (!sectionId.safeParse(id).success || reservedWords.has(id)) return false;
    if (this.#present.has(id)) return true;
    const there = await isThere(this.#journal, 'section', id);
    if (there) this.#present.add(id);
    return there;
  }

  /** Behind the sections that the newsroom arranged itself (0, 1, 2, …). */
  async #order(): Promise<number> {
    return 100 + (await this.#journal.reserve('section-order', 1));
  }

  async #create(section: Section, now: number, claim?: { space: string; name: string }): Promise<void> {
    const removed = await this.#journal.current('section', section.id);
    try {
      await this.#journal.append(
        [
          {
            kind: 'section',
            id: section.id,
            action: 'import',
            expect: removed?.action === 'remove' ? removed.version : 0,
            content: section,
            ...(claim && { take: [claim] }),
          },
        ],
        { actor: this.#actor, at: now },
      );
    } catch (error) {
      // Another import made it at this moment.
      if (!(error instanceof MidadError) || error.code !== 'conflict') throw error;
    }
    this.#present.add(section.id);
    this.#names.push(section.name);
  }
}
