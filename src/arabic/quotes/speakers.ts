import { isNationality } from '../entities/countries.ts';
import { adjectives } from './describing-words.ts';
import { fullNameOf } from './by-names.ts';
import type { Item } from './items.ts';
import { KnownSpeakers, type Speaker } from './known-speakers.ts';
import type { Names, Phrase } from './noun-phrase.ts';
import { nameKey } from './phrase-words.ts';
import { type Agreement, clash } from './speech-verbs.ts';
import {
  general,
  kinds,
  kindsBefore,
  released,
  anySource,
  canonical,
  younger,
  contains,
} from './same-speaker.ts';

/** The words of a mention, articles kept. */
const wordsOf = ({ kind, keys, definite }: Phrase) =>
  kind === 'source' && definite ? keys.map((key) => `ال${key}`) : keys;

/** «للشغل»: what a body is for, as its short name has it («اتحاد الشغل»). */
const withoutLam = (key: string) => key.replace(/^لل(?=...)/, '');

/** «شركة أميركية»: a kind, and where it is from. */
const isVague = ({ keys }: Speaker) => adjectives.has(keys[1] ?? '') || isNationality(keys[1] ?? '');

/** Sources of one: «إحدى ساكنات الحي», «شاهد عيان». */
const single =
  /^(?:أحد|إحدى)\s+(?![يت])\S+(?:\s|$)|^(?:شاهد|شاهدة|مواطن|مواطنة|رجل|امرأة|سيدة|شاب|شابة)(?:\s|$)/;

/** Items within which «المتحدث» goes on with whoever spoke: two paragraphs. */
const NEAR = 120;
/**
 * Who speaks in a text. Mentions are added in a first reading, so that a later fuller name is known from the start.
 *
 * What a speaker is called, as the labelled stories have it: a person by the fullest name of the text, without office, rank
 * or nationality («سيرجي لافروف» for «وزير الخارجية الروسي سيرجي لافروف», «لافروف», «الوزير»); a body by its whole name with its
 * head noun («وكالة تشاينا نيوز»), without «حزب» before «حركة», and with a short name in parentheses behind it; a statement by
 * whoever issued it; an office whose holder is nowhere named, and an unnamed source, by the description as it stands, of the
 * fullest mention («مصادر قيادية في الحزب الجمهوري»). Sources are not `named`, nor
 * is an office of which no more is said than «المدير»; «وزير الداخلية البلجيكي» is.
 */
export class Speakers implements Names {
  readonly text: string;
  /** Whoever was met; what was read with fewer names is read again. */
  readonly #known = new KnownSpeakers(() => this.#read.clear());
  /** Whose a statement was that somebody issued: «تقرير الرابطة», then «التقرير». */
  readonly #issuers = new Map<string, Speaker>();

  readonly #items: readonly Item[];
  /** Phrases that were read, by their first item, since the last name became known. */
  readonly #read = new Map<number, Phrase | undefined>();

  constructor(text: string, items: readonly Item[]) {
    this.text = text;
    this.#items = items;
  }

  phraseAt(items: readonly Item[], i: number, read: () => Phrase | undefined): Phrase | undefined {
    if (items !== this.#items) return read();
    const known = this.#read.get(i);
    if (known !== undefined || this.#read.has(i)) return known;
    const phrase = read();
    this.#read.set(i, phrase);
    return phrase;
  }

  knows(key: string): boolean {
    return this.#known.withKey(key).length > 0;
  }

  endsName(key: string): boolean {
    return this.#known.withKey(key).some(({ keys }) => keys.length > 1 && keys.at(-1) === key);
  }

  closesBody(keys: readonly string[]): boolean {
    return keys.length > 1 && this.#known.closedBy(keys) !== undefined;
  }

  agreementOf(key: string): Agreement {
    return this.#known.withKey(key)[0]?.agreement ?? 'any';
  }

  /** The speaker that a phrase means, made if there is none. */
  resolve(phrase: Phrase, at: number): Speaker {
    const found = this.#find(phrase, at) ?? this.#add(phrase);
    if (phrase.kind === 'statement' && phrase.issuer !== undefined)
      this.#issuers.set(phrase.heads[0] ?? '', found);
    found.last = at;
    if (phrase.agreement !== 'any' && found.agreement === 'any') found.agreement = phrase.agreement;
    return found;
  }

  /** A statement is spoken of with whoever issued it. */
  issue(phrase: Phrase): void {
    const { issuer, heads } = phrase;
    if (issuer !== undefined)
      this.#issuers.set(heads[0] ?? '', this.#find(issuer, issuer.from) ?? this.#add(issuer));
  }

  /** Whether somebody bears the office or description that a phrase begins with. */
  hasOffice(phrase: Phrase): boolean {
    return this.#known.hasHead(canonical(phrase.heads[0] ?? ''));
  }

  /** Forgets in which order they were met, before another reading. */
  rewind(): void {
    for (const speaker of this.#known.all) speaker.last = -1;
    // Short names of bodies («الوطني الحر») are read again, now that all bodies are known.
    for (const i of this.#read.keys()) {
      const item = this.#items[i];
      if (item?.type === 'quoted' || (item?.type === 'word' && item.key.startsWith('ال')))
        this.#read.delete(i);
    }
  }

  /** The person mentioned last before an item who can take a form. */
  seenLast(agreement: Agreement, at: number): Speaker | undefined {
    return this.#known.seenLast(agreement, at);
  }

  /** «منظمة الأعراف»: the body that the text names in full. */
  #byName(phrase: Phrase): Speaker | undefined {
    const full = fullNameOf(wordsOf(phrase));
    if (full === undefined) return undefined;
    return this.#known.all.find(
      ({ kind, keys }) => kind === 'organisation' && keys.length > 1 && full.test(keys.join(' ')),
    );
  }

  #find(phrase: Phrase, at: number): Speaker | undefined {
    if (phrase.owner !== undefined) return this.#relative(phrase, phrase.owner, at);
    const known = this.#byName(phrase);
    if (known !== undefined) return known;
    switch (phrase.kind) {
      case 'person':
        return this.#person(phrase);
      case 'pronoun':
        return this.#mentioned(phrase, at);
      case 'role':
        return this.#role(phrase, at);
      case 'source':
        return this.#source(phrase, at);
      case 'statement':
        if (phrase.issuer !== undefined) return this.#find(phrase.issuer, at) ?? this.#add(phrase.issuer);
        return phrase.definite ? this.#spokesman(phrase, at) : undefined;
      case 'organisation':
        return this.#organisation(phrase, at);
      case 'place':
        return this.#known.all.find(
          (one) => one.kind === 'place' && one.keys.join(' ') === phrase.keys.map(nameKey).join(' '),
        );
    }
  }

  #person(phrase: Phrase): Speaker | undefined {
    const keys = phrase.keys.map(nameKey);
    const last = keys.at(-1) ?? '';
    let best: Speaker | undefined;
    for (const one of this.#known.withKey(last)) {
      if (one.kind !== 'person') continue;
      const [short, long] = one.keys.length < keys.length ? [one.keys, keys] : [keys, one.keys];
      if (!contains(long, short) || (long.at(-1) !== short.at(-1) && younger.test(long.at(-1) ?? '')))
        continue;
      if (
        best === undefined ||
        one.last > best.last ||
        (one.last === best.last && one.keys.length > best.keys.length)
      )
        best = one;
    }
    // «خوسيه» for «خوسيه ميخيا»: by the first name only where nothing else fits.
    if (best === undefined && keys.length === 1) {
      best = this.#known.withKey(last).find((one) => one.kind === 'person');
    }
    if (best === undefined && keys.length === 1)
      best = this.#known.branded(phrase.keys[0] ?? '') ?? this.#known.misspelt(last);
    if (best === undefined && keys.length > 1 && this.#isMarked(phrase)) best = this.#known.bodyCalled(keys);
    if (best?.kind === 'person') this.#known.widen(best, phrase, () => this.#written(phrase));
    return best;
  }

  #isMarked({ span }: Phrase): boolean {
    return /["'“”«»]/.test(this.text.charAt(span.start - 1));
  }

  #role(phrase: Phrase, at: number): Speaker | undefined {
    const [head = '', ...rest] = phrase.heads.map(canonical);
    let best: Speaker | undefined;
    let bestScore = -1;
    for (const one of this.#known.withHead(head)) {
      const missing = rest.filter((word) => !one.heads.has(word)).length;
      // «المدير العام للشركة رشيد الزائري», then «المدير العام لشركة المترو»: all that was said of him is said again.
      const again =
        one.kind === 'person' && one.heads.size > 2 && rest.length - missing >= one.heads.size - 1;
      if (missing > 0 && !again && (one.kind !== 'person' || missing * 2 > rest.length)) continue;
      if (clash(phrase.agreement, one.agreement)) continue;
      const score = (rest.length - missing) * 4 + (one.kind === 'person' ? 2 : 0) + (one.last >= 0 ? 1 : 0);
      if (score > bestScore || (score === bestScore && one.last > (best?.last ?? -1))) {
        best = one;
        bestScore = score;
      }
    }
    best ??= this.#alone(phrase, [head, ...rest]) ?? this.#oneOf(phrase);
    if (best !== undefined) {
      if (best.kind === 'role') this.#known.widen(best, phrase, () => this.#written(phrase));
      return best;
    }
    if (this.#isBare(phrase)) return undefined;
    if (!phrase.definite || !(general.has(head) || adjectives.has(head)) || rest.length > 2) return undefined;
    if (rest.some((word) => !adjectives.has(word))) return undefined;
    // «قالت إحدى الساكنات», then «الشاهدة».
    const one = (speaker: Speaker) =>
      speaker.kind === 'person' ||
      (speaker.kind === 'source' && speaker.said >= 0 && single.test(speaker.name));
    // «قال مصدر أمني», then «المتحدث».
    if (/^متحدثه?$/.test(head) && rest.length === 0) {
      const last = this.#known.quotedLast(at);
      if (last !== undefined && last.kind === 'source' && at - last.said < NEAR) return last;
    }
    const spoke = this.#known.latest(
      (speaker) => one(speaker) && !clash(phrase.agreement, speaker.agreement),
      at,
    );
    return spoke !== undefined && at - spoke.last < NEAR ? spoke : this.#known.seenLast(phrase.agreement, at);
  }

  /** «والدته»: whoever was said to be one, of that sex, or was met by the same words. */
  #relative(phrase: Phrase, owner: Agreement, at: number): Speaker | undefined {
    const name = this.#kinship(phrase, owner, at);
    return this.#known
      .withHead(phrase.heads[0] ?? '')
      .findLast(
        (one) => (one.kind === 'person' && !clash(one.agreement, phrase.agreement)) || one.name === name,
      );
  }

  /** «والدة سالم نصر» for «والدته», where he was mentioned last. */
  #kinship(phrase: Phrase, owner: Agreement, at: number): string {
    const said = this.text.slice(phrase.span.start, phrase.span.end);
    const whose = this.#known.seenLast(owner, at);
    if (whose === undefined) return said;
    const noun = said.replace(/(?:هما|ها|هم|ه)$/, '');
    return `${noun.endsWith('ت') ? `${noun.slice(0, -1)}ة` : noun} ${whose.name}`;
  }

  /** «الناجي» for «أحد الناجين», «الساكنة» for «إحدى الساكنات»: the one of many who spoke. */
  #oneOf(phrase: Phrase): Speaker | undefined {
    const [head = ''] = phrase.heads;
    if (!phrase.definite || phrase.heads.length > 1 || head.length < 3) return undefined;
    const feminine = head.endsWith('ه');
    const stem = feminine ? head.slice(0, -1) : head.replace(/ي$/, '');
    const many = this.#known
      .withHead(feminine ? 'احدي' : 'احد')
      .filter(
        ({ kind, said, keys }) =>
          kind === 'source' &&
          said >= 0 &&
          keys[1]?.startsWith(stem) === true &&
          keys[1].length - stem.length < 4,
      );
    return many.at(-1);
  }

  /** «وتقول شاهدة»: somebody else, without the article. */
  #isBare({ from, to }: Phrase): boolean {
    if (to > from + 1) return false;
    const first = this.#items[from];
    return first?.type === 'word' && !first.definite && !/^[وف]?(?:هذ[اه]|نفس|ذات)/.test(first.key);
  }

  /** «الأمين العام، أنطونيو…» for «الأمين العام للأمم المتحدة»: the only one with that office, of which no more is said. */
  #alone(phrase: Phrase, heads: readonly string[]): Speaker | undefined {
    const [only, ...others] = this.#known.withHead(heads[0] ?? '').filter(({ kind }) => kind === 'person');
    if (only === undefined || others.length > 0 || clash(phrase.agreement, only.agreement)) return undefined;
    return only.heads.size > 1 && [...only.heads].every((word) => heads.includes(word)) ? only : undefined;
  }

  /** «معاليه», «الأخير»: whoever spoke, or was mentioned, last. */
  #mentioned(phrase: Phrase, at: number): Speaker | undefined {
    if (/^الاخيره?$/.test(phrase.keys[0] ?? '')) return this.#known.seenLast(phrase.agreement, at);
    return (
      this.#known.latest((one) => one.kind === 'person' || one.kind === 'role', at) ??
      this.#known.seenLast(phrase.agreement, at)
    );
  }

  /** «المصدر ذاته», «مصادر قيادية» for «مصادر قيادية في الحزب». */
  #source(phrase: Phrase, at: number): Speaker | undefined {
    const same = this.#known.withHead(phrase.heads[0] ?? '');
    if (phrase.definite) {
      const met = this.#known.latestOf(same, (one) => one.kind === 'source', at);
      if (met === undefined && kinds.has(phrase.heads[0] ?? '')) {
        const body = (one: Speaker) => one.kind === 'organisation' && one.keys.length > 1 && !isVague(one);
        return this.#known.latest((one) => body(one) && one.said >= 0, at) ?? this.#known.latest(body, at);
      }
      // «التكتل» for «حزب التكتل من أجل البلاد».
      const [head = ''] = phrase.heads;
      const party = (one: Speaker) =>
        one.kind === 'organisation' && kindsBefore.has(one.keys[0] ?? '') && one.keys[1] === head;
      const called = phrase.heads.length === 1 ? this.#known.all.find(party) : undefined;
      if (met === undefined && called !== undefined) return called;
      if (met !== undefined || !anySource.test(head)) return met;
      return this.#known.quotedLast(at) ?? this.#known.latest((one) => one.kind !== 'place', at);
    }
    const keys = phrase.keys.map(nameKey);
    return same.find(
      (one) => one.kind === 'source' && one.last >= 0 && keys.length > 1 && contains(one.keys, keys),
    );
  }

  #organisation(phrase: Phrase, at: number): Speaker | undefined {
    const keys = phrase.keys.map(nameKey);
    const [head = ''] = keys;
    const alias = phrase.alias ?? (keys.length === 1 ? phrase.keys[0] : undefined);
    const called = alias === undefined ? undefined : this.#known.called(alias);
    if (called !== undefined) {
      this.#known.widen(called, phrase, () => this.#written(phrase));
      return called;
    }
    const second = kindsBefore.has(head) && keys.length > 2 ? this.#known.withHead(keys[1] ?? '') : [];
    const candidates = [...this.#known.withHead(head), ...second];
    for (const one of candidates) {
      if (one.kind === 'organisation' && one.keys.join(' ') === keys.join(' ')) return one;
    }
    const similar = (one: Speaker) => {
      if (one.kind !== 'organisation') return false;
      const [short, long] = one.keys.length < keys.length ? [one.keys, keys] : [keys, one.keys];
      // «الداخلية» for «وزارة الداخلية»
      if (keys.length === 1 && one.keys[0] === 'وزاره' && one.keys[1] === head) return one.keys.length < 4;
      // «الأمم المتحدة» for «منظمة الأمم المتحدة», «آفاق تونس» for «حزب آفاق تونس».
      const more = short.length > 1 && long.length === short.length + 1 && kindsBefore.has(long[0] ?? '');
      if (more && long.slice(1).join(' ') === short.join(' ')) return true;
      // «اتحاد الشغل» for «الاتحاد العام التونسي للشغل».
      return (
        long[0] === short[0] &&
        (contains(long, short) || (short === keys && contains(long.map(withoutLam), short.map(withoutLam))))
      );
    };
    const found =
      (keys.length === 1 && phrase.definite ? this.#takenUp(candidates, similar, at) : undefined) ??
      this.#known.latestOf(candidates, (one) => similar(one), at) ??
      (keys.length > 1 ? (this.#known.closedBy(keys) ?? this.#known.foreign(keys)) : undefined) ??
      this.#taken(phrase, candidates, at) ??
      candidates.find(similar);
    // «رئاسة» alone never swallows a full name met later, but takes it on.
    if (found !== undefined) this.#known.widen(found, phrase, () => this.#written(phrase));
    return found;
  }

  /** «الشركة» for «شركة النقل»: the body of that kind that was mentioned last; «شركة أميركية» is none that is known. */
  #takenUp(
    candidates: readonly Speaker[],
    similar: (one: Speaker) => boolean,
    at: number,
  ): Speaker | undefined {
    let best: Speaker | undefined;
    for (const one of candidates) {
      const mentioned = Math.max(one.seen, one.last);
      if (mentioned < 0 || mentioned >= at || one.keys.length < 2 || !similar(one) || isVague(one)) continue;
      if (best === undefined || mentioned > Math.max(best.seen, best.last)) best = one;
    }
    return best;
  }

  /** «المنظمة الحقوقية» for «منظمة …», «الشركة» for «الخطوط …»: a body taken up by its kind. */
  #taken(phrase: Phrase, candidates: readonly Speaker[], at: number): Speaker | undefined {
    if (!phrase.keys[0]?.startsWith('ال')) return undefined;
    const [kind = '', ...rest] = phrase.heads;
    if (rest.length > 1 || rest.some((word) => !/[يه]$/.test(word))) return undefined;
    // «ولايات أميركية» is no name that «الولايات المتحدة» could be short for.
    const body = (one: Speaker) => one.kind === 'organisation' && one.keys.length > 1 && !isVague(one);
    if (rest.length > 0) return this.#known.latestOf(candidates, body, at);
    return kinds.has(kind) ? this.#known.latest(body, at) : undefined;
  }

  /** «البيان», «التقرير»: of the body that spoke last, or the statement met before. */
  #spokesman(phrase: Phrase, at: number): Speaker | undefined {
    const [head = ''] = phrase.heads;
    const issuer = this.#issuers.get(head);
    if (issuer !== undefined) return issuer;
    const same = this.#known.latestOf(this.#known.withHead(head), (one) => one.kind === 'statement', at);
    if (same !== undefined) return same;
    if (!released.test(head)) return undefined;
    return (
      this.#known.latest((one) => one.kind === 'organisation', at) ??
      this.#known.latest((one) => one.kind !== 'statement', at)
    );
  }

  /** «للمعهد الوطني», of which the first ل is off: «المعهد الوطني». */
  #withArticle({ span, keys }: Phrase, said: string): string {
    const cut = said.startsWith('ل') && this.text.charAt(span.start - 1) === 'ل' && keys[0]?.startsWith('ال');
    return cut === true ? `ا${said}` : said;
  }

  #written(phrase: Phrase): string {
    if (phrase.owner !== undefined) return this.#kinship(phrase, phrase.owner, phrase.from);
    const said = this.text.slice(phrase.span.start, phrase.span.end);
    if (phrase.alias !== undefined) {
      const close = this.text.indexOf(')', phrase.span.end);
      if (close > 0 && close - phrase.span.end < 80)
        return this.text.slice(phrase.span.start, close + 1).replace(/\s+/g, ' ');
    }
    // «حزب حركة نداء تونس»: the name is that of the movement.
    const name =
      phrase.kind === 'organisation'
        ? this.#withArticle(phrase, said)
            .replace(/^حزب\s+(?=حركة|جبهة|تيار|تجمع|تحالف|التجمع|التيار)/, '')
            .replace(/["«»“”„()]|''/g, '')
        : said;
    return name.replace(/\s+/g, ' ').trim();
  }

  /** A statement is spoken of by whoever issued it. */
  #add(phrase: Phrase): Speaker {
    if (phrase.kind === 'statement' && phrase.issuer !== undefined) return this.#add(phrase.issuer);
    return this.#known.add(phrase, this.#written(phrase));
  }
}
