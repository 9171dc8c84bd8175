import { attributeBehind, isAccording, speakerBehind } from './attribution.ts';
import { clauseEnd, isAttribution } from './clause.ts';
import { type Cue, cueAt, isBeforeNoun } from './cues.ts';
import { Discourse, type Who } from './discourse.ts';
import { FRAGMENT, isJudgement, isSpokenWord } from './fragment.ts';
import { type Item, itemsOf, type Quoted } from './items.ts';
import { isForeign, isTitle } from './marked-words.ts';
import { complementizers, prepositions, relatives, takesThat } from './particles.ts';
import type { Phrase } from './noun-phrase.ts';
import { statements } from './organisation-words.ts';
import { phraseAt } from './phrase.ts';
import { isAddressee, wordAt } from './phrase-words.ts';
import { meetAll } from './first-reading.ts';
import { ofPronoun, subjectOf, withoutObject, withRelative } from './subject.ts';
import type { Quote, Span } from './quote.ts';
import { sources } from './role-words.ts';
import type { Speaker } from './known-speakers.ts';
import { Speakers } from './speakers.ts';
import { speechForm } from './speech-verbs.ts';
import { wordSet } from '../word-set.ts';

/** How far behind a verb its quotation may begin, in items. */
const REACH = 45;

/**
 * Who said what in a text: quotations between marks with their speakers, and statements after a verb of speech with
 * أن/إن.
 *
 * @param text as it stands; nothing is cleaned.
 * @returns sorted by `start`, an indirect statement before the fragments within it. Offsets are JavaScript string indices
 *   into `text`. Linear; never throws.
 *
 * The method is a grammar of the newspaper sentence, not a trained model: closed classes of verbs, offices and small words,
 * the agreement of verb and subject, and the order verb – speaker – circumstances – أن. Labels follow those of attributed
 * quotations elsewhere (Pareti, "PARC 3.0", LREC 2016: source, cue, content), with the parts named as Arabic newsrooms do.
 */
export function findQuotes(text: string): Quote[] {
  return new Reading(text).quotes();
}

/** Verbs of naming, with the pronoun of what they name: «أسماه», «وصفتها», «اعتبره». */
const callsIt = /^(?:اسما|اسمت|سما|سمت|وصف|وصفت|اعتبر|اعتبرت)(?:ه|ها|هم)$/;

class Reading {
  readonly #text: string;
  readonly #items: Item[];
  readonly #speakers: Speakers;
  readonly #discourse: Discourse;
  readonly #found: Quote[] = [];
  /** Stretches in marks that are already somebody's words. */
  readonly #used = new Set<Item>();
  /** Persons and bodies by the items at which they are mentioned. */
  readonly #mentions: ReadonlyMap<number, Speaker>;
  /** Item at which the reported clause that is being read is over. */
  #reported = 0;
  /** Fragments within reported clauses, unless a verb inside the clause claims them. */
  readonly #fragments: { cue: Cue; who: Who; item: Quoted }[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#items = itemsOf(text);
    this.#speakers = new Speakers(text, this.#items);
    this.#discourse = new Discourse(this.#items, this.#speakers);
    this.#mentions = meetAll(this.#items, this.#speakers);
  }

  quotes(): Quote[] {
    const items = this.#items;
    let next = 0;
    let starts = true;
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (item?.type === 'stop' || item?.type === 'line') {
        this.#discourse.endSentence();
        starts = true;
        continue;
      }
      if (starts) this.#discourse.meetLeading(i);
      starts = false;
      const mentioned = this.#mentions.get(i);
      if (mentioned !== undefined) mentioned.seen = i;
      if (item?.type !== 'word' || i < next) continue;
      const cue = cueAt(items, i, this.#text, this.#speakers);
      if (statements.has(item.bare)) this.#meetStatement(i);
      if (/^(?:مصدر|مصادر)$/.test(item.key) && /^(?:من|عن)$/.test(wordAt(items, i - 1)?.key ?? ''))
        this.#meetSource(i);
      const named = this.#takeNamed(i) ?? this.#takeText(i);
      if (named !== undefined) next = named;
      else if (cue !== undefined) next = this.#follow(cue);
      else if (isAccording(item.key)) next = this.#meetUtterer(i + 1, i);
      else if (utterances.has(item.bare)) next = this.#meetUtterer(i + 1);
      else if (item.key === 'ما') next = this.#meetUtterer(this.#behindTold(this.#verbOfWhat(i + 1)), i);
    }
    // The innermost clause first.
    for (const { cue, who, item } of this.#fragments.reverse()) {
      if (!this.#used.has(item)) this.#takeMarked(item, cue, who, true);
    }
    for (const { item, cue, who, partial } of attributeBehind(
      items,
      this.#used,
      this.#speakers,
      this.#discourse,
    )) {
      this.#takeMarked(item, cue, who, partial);
    }
    return this.#found.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** «تصريح الشيخ سعد», «كلمة الرئيس»: whoever uttered it is spoken of. */
  #meetUtterer(i: number, before = i): number {
    const phrase = phraseAt(this.#items, i, this.#speakers);
    const who =
      phrase?.kind === 'person' ||
      phrase?.kind === 'organisation' ||
      (phrase?.kind === 'source' && phrase.heads[0] !== 'شهادات' && sources.has(phrase.heads[0] ?? '')) ||
      phrase?.definite === true;
    if (phrase === undefined || !who || phrase.guessed === true || phrase.kind === 'statement') return before;
    // «في تصريح إعلامي»: what kind of one.
    const first = wordAt(this.#items, i);
    if (phrase.kind === 'role' && phrase.to === i + 1 && first?.definite === false) return before;
    // «استنكر فلان تصريح النائب»: of whom it is, not who goes on.
    const since = wordAt(this.#items, i - 2)?.key ?? '';
    if (before === i && !/^(?:بعد|في|خلال|عقب|اثر|حسب|بحسب|وفق)$/.test(since) && this.#discourse.hasSubject())
      return i;
    this.#discourse.meet(phrase, 'any');
    return phrase.to;
  }

  /** «علمت الصحيفة من مصادر مطلعة»: «المصادر» are these from here on. */
  #meetSource(i: number): void {
    const phrase = phraseAt(this.#items, i, this.#speakers);
    if (phrase?.kind === 'source') this.#speakers.resolve(phrase, i);
  }

  /** «في بيان صادر عن الوزارة»: «البيان» is hers from here on. */
  #meetStatement(i: number): void {
    const phrase = phraseAt(this.#items, i, this.#speakers);
    if (phrase?.kind === 'statement' && phrase.issuer !== undefined) this.#speakers.issue(phrase);
  }

  /** «وفق ما أكده فلان», «حسب ما صرح به فلان»: the item behind the verb and its pronoun. */
  #verbOfWhat(i: number): number {
    const key = wordAt(this.#items, i)?.key ?? '';
    const form = (speechForm(key) ?? speechForm(key.replace(/ه$/, '')))?.form;
    if (form === undefined || form.type === 'noun' || form.type === 'participle') return i;
    return /^(?:به|عنه|اليه|عليه)$/.test(wordAt(this.#items, i + 1)?.key ?? '') ? i + 2 : i + 1;
  }

  /** «وفق ما أكده لمراسلة الإذاعة، مساعد المقرر»: whoever was told stands between. */
  #behindTold(i: number): number {
    const told = wordAt(this.#items, i);
    // «حسب ما أكده في تصريح للإذاعة رئيس المركز»
    if (told?.key === 'في' && utterances.has(wordAt(this.#items, i + 1)?.bare ?? ''))
      return speakerBehind(this.#items, i + 2) ?? i;
    return told !== undefined && isAddressee(told) ? (speakerBehind(this.#items, i + 1) ?? i) : i;
  }

  /** «ما أسماه "…"», «مما وصفها بـ"…"»: words that a speaker answers for, however few; the item behind them. */
  #takeNamed(i: number): number | undefined {
    const items = this.#items;
    const word = wordAt(items, i);
    if (word === undefined || !callsIt.test(word.key)) return undefined;
    if (!/^[وفمبلع]{0,2}(?:في)?ما$/.test(wordAt(items, i - 1)?.key ?? '')) return undefined;
    const phrase =
      items[i + 1]?.type === 'word' && wordAt(items, i + 1)?.key !== 'ب'
        ? phraseAt(items, i + 1, this.#speakers)
        : undefined;
    const behind = phrase?.to ?? i + 1;
    const k = wordAt(items, behind)?.key === 'ب' ? behind + 1 : behind;
    const item = items[k];
    if (item?.type !== 'quoted' || item.words.length === 0 || this.#used.has(item)) return undefined;
    const agreement = /ت(?:ه|ها|هم)$/.test(word.key) ? 'f' : 'm';
    const cue: Cue = {
      at: i,
      span: { start: word.start, end: word.end },
      form: { class: 'judges', type: 'past', agreement, verb: 'وصف' },
    };
    this.#takeMarked(item, cue, this.#discourse.speakerOf(cue, phrase), true);
    return k + 1;
  }

  /** «نص المقال كالتالي: "…"», «صورة مصحوبة بتعليق "…"»: what is given whole, without a verb; the item behind it. */
  #takeText(i: number): number | undefined {
    const items = this.#items;
    const word = wordAt(items, i);
    // The longest of them has six letters.
    const noun =
      word === undefined || word.key.length > 6 ? null : /^[وب]?(?=(?:نص(?:ه|ها)?|تعليق)$)/.exec(word.key);
    if (word === undefined || noun === null) return undefined;
    for (let k = i + 1; k < i + 6; k++) {
      const item = items[k];
      if (item?.type === 'quoted') {
        const whole = items[k - 1]?.type === 'colon' || word.key.endsWith('تعليق');
        if (!whole || item.words.length < 5 || this.#used.has(item)) return undefined;
        const span = { start: word.start + noun[0].length, end: word.end };
        const cue: Cue = { at: i, span, form: { class: 'says', agreement: 'any', type: 'noun', verb: 'نص' } };
        this.#takeMarked(item, cue, this.#discourse.speakerOf(cue, undefined), false);
        return k + 1;
      }
      if (item?.type === 'colon' || item?.type === 'line') continue;
      if (item?.type !== 'word' || speechForm(item.key) !== undefined) return undefined;
    }
    return undefined;
  }

  /** Reads on from a verb of speech to what was said; the item from which on others may be looked for. */
  #follow(cue: Cue): number {
    const items = this.#items;
    const phrase = subjectOf(items, cue, this.#speakers);
    const from = phrase?.to ?? cue.at + 1;
    const limit = Math.min(items.length, from + REACH);
    let subordinate = false;
    // «ما صرحت به الهيئة»: what she said is in «ما», and what comes is said of it.
    const before = wordAt(items, cue.at - 1)?.key ?? '';
    const told =
      /^(?:ما|مما|الذي|التي)$/.test(before) && ofPronoun.test(wordAt(items, cue.at + 1)?.key ?? '');
    for (let k = from; k < limit; k++) {
      const item = items[k];
      if (item === undefined || item.type === 'stop') break;
      if (item.type === 'line' && items[k - 1]?.type !== 'colon') break;
      if (item.type === 'colon' && !this.#colonLeadsOn(k)) break;
      if (item.type === 'quoted') {
        if (told && before.endsWith('ما') && items[k - 1]?.type === 'comma') break;
        if (!this.#isContent(cue, k, item, from, phrase?.kind === 'organisation')) continue;
        if (this.#isReported(cue, phrase, k)) break;
        return this.#takeDirect(cue, withRelative(items, phrase, k, this.#speakers), k, item);
      }
      if (item.type !== 'word') continue;
      if (complementizers.has(item.key) && this.#takesClause(cue, k)) {
        return this.#takeClause(cue, withRelative(items, phrase, k, this.#speakers), k);
      }
      if (relatives.has(item.key) && item.key.length > 2) {
        subordinate = true;
        continue;
      }
      if (this.#takesOver(k, subordinate, cue.form.verb)) break;
    }
    // Nothing said here, but what follows may hang on this subject («أعلن … رفضه، واصفا»).
    if (phrase === undefined || phrase.guessed === true) return cue.at + 1;
    // «وصف فلان التصريحات التي أدلى بها الوزير»: of whom, not who goes on.
    if (told && before !== 'ما' && this.#discourse.hasSubject()) return phrase.to;
    const { speaker } = this.#discourse.meet(
      phrase,
      cue.form.type === 'participle' ? 'any' : cue.form.agreement,
    );
    if (speaker !== undefined && cue.form.class === 'says') speaker.said = cue.at;
    return phrase.to;
  }

  /** Words in marks inside a reported clause are its speaker's, whatever verb of the clause they hang on. */
  #isReported(cue: Cue, phrase: Phrase | undefined, k: number): boolean {
    if (cue.at >= this.#reported || phrase !== undefined || cue.form.type === 'noun') return false;
    if (writes.has(cue.form.verb) && inIt.test(wordAt(this.#items, k - 1)?.key ?? '')) return false;
    // «إن البلاد ستواصل الدعم، "بما يساهم في الأمن"»: no verb of speech there.
    if (cue.form.class === 'also' && k > cue.at + 2 && this.#items[k - 1]?.type === 'comma') return true;
    if (cue.form.class !== 'judges' && (k === cue.at + 1 || this.#items[k - 1]?.type === 'colon'))
      return false;
    return wordAt(this.#items, cue.at - 1)?.key !== 'حيث' && this.#discourse.subjectBefore(cue) === undefined;
  }

  #colonLeadsOn(k: number): boolean {
    const next = this.#items[k + 1];
    return (
      next?.type === 'quoted' ||
      next?.type === 'line' ||
      (next?.type === 'word' && complementizers.has(next.key))
    );
  }

  /** Another verb of speech on the way, so that what follows is its own. */
  #takesOver(k: number, subordinate: boolean, said: string): boolean {
    const word = wordAt(this.#items, k);
    const found = word === undefined ? undefined : speechForm(word.key);
    if (word === undefined || found === undefined || prepositions.has(word.key)) return false;
    const { form } = found;
    // «انتقد النظام الذي وصفه البنك بأنه "…"»
    if (form.type === 'noun' && form.verb === 'وصف')
      return cueAt(this.#items, k, this.#text, this.#speakers)?.form.type === 'past';
    if (form.type === 'noun')
      return form.verb.endsWith('قول') && cueAt(this.#items, k, this.#text, this.#speakers) !== undefined;
    // «قال فلان معلقا على المسيرة إن», «يقول واصفا شعوره: "…"»: still the main verb's.
    if (form.type === 'participle' && said === 'قال' && manners.has(form.verb)) return false;
    if (form.type === 'participle')
      return form.class !== 'judges' && cueAt(this.#items, k, this.#text, this.#speakers) !== undefined;
    if (form.type === 'past' && form.class === 'says' && word.key.startsWith('و') && found.prefix === 1)
      return true;
    // «تصريحاته التي اعتبرها المسؤولون أنها…»
    if (
      subordinate &&
      relatives.has(wordAt(this.#items, k - 1)?.key ?? '') &&
      /ها?$/.test(word.key) &&
      !/ته?$/.test(form.verb) &&
      form.type === 'past'
    )
      return true;
    // «شركة السفن التي أعلن رئيسها التنفيذي، سالم نصر، "أن…"»
    const own = subordinate && form.type === 'past' && form.class === 'says' && found.prefix === 0;
    if (own && relatives.has(wordAt(this.#items, k - 1)?.key ?? '')) {
      const whose = phraseAt(this.#items, k + 1, this.#speakers);
      if (whose?.kind === 'person' && whose.guessed !== true) return true;
    }
    if (subordinate || (form.class === 'also' && found.prefix === 0)) return false;
    if (form.class === 'judges') return false;
    // «على تجمع عمالي أن»: a noun.
    if (found.prefix === 0 && isBeforeNoun(wordAt(this.#items, k - 1))) return false;
    return form.type === 'past' || form.class === 'says';
  }

  /** Whether أن after a verb of speech begins what was said. */
  #takesClause(cue: Cue, k: number): boolean {
    if (cue.form.class === 'directs' || cue.form.class === 'judges') return false;
    const before = wordAt(this.#items, k - 1);
    // «أعلنت عن نداء، على أن يكون…»: on condition that.
    if (before?.key === 'علي' && before.alif && !insists.has(cue.form.verb)) return false;
    // «شدد على صون الميناء إلى أن يبت القضاء»: until.
    const until = before?.key === 'الي' && stresses.has(cue.form.verb) && k > cue.at + 3;
    if (until && /^[يت]/.test(wordAt(this.#items, k + 1)?.key ?? '')) return false;
    return before === undefined || k === cue.at + 1 || !takesThat.has(before.key.replace(/^[وف]/, ''));
  }

  /** Whether marks behind a verb of speech hold what was said, and not a name on the way to it. */
  #isContent(cue: Cue, k: number, item: Quoted, from: number, behindBody: boolean): boolean {
    if (this.#used.has(item)) return false;
    const before = this.#items[k - 1];
    const words = item.words.length;
    if (before?.type === 'colon') return words > 0;
    if (isForeign(item)) return false;
    if (k === cue.at + 1) return words > 2 || this.#items[k + 1]?.type !== 'word' || cue.form.verb === 'قال';
    if (isJudgement(this.#items, k, item)) return true;
    // «تركت رسالة كتب فيها "أحتاج المساعدة"»
    if (k === cue.at + 2 && writes.has(cue.form.verb) && inIt.test(wordAt(this.#items, k - 1)?.key ?? ''))
      return words > 1;
    // «عبرت عن أسفها لأن النتائج "معروفة سلفا"»
    if (item.words.length === 2 && cue.form.type !== 'noun' && isSpokenWord(this.#items, k, item))
      return true;
    if (isTitle(this.#items, k, item)) return false;
    // «في برنامج على "سي آن آن" إن»: where it was said.
    const place = /^(?:علي|في|عبر|مع)$/.test(wordAt(this.#items, k - 1)?.key ?? '');
    if (place && words <= 4 && withoutObject.has(cue.form.verb) && this.#items[k + 1]?.type === 'word')
      return false;
    if (k === from) return words >= (behindBody ? FRAGMENT + 2 : 2);
    const after = this.#items[k + 1];
    // «في البيت الأبيض "سوف ننسحب"»: nothing else can be what was said.
    const last =
      after === undefined ||
      after.type === 'stop' ||
      after.type === 'line' ||
      (after.type === 'word' && speechForm(after.key)?.form.type === 'participle');
    if (withoutObject.has(cue.form.verb) && last) return words >= 2;
    return words >= (cue.form.class === 'also' ? FRAGMENT + 1 : FRAGMENT);
  }

  #takeDirect(cue: Cue, phrase: Phrase | undefined, k: number, item: Quoted): number {
    const before = wordAt(this.#items, k - 1);
    const hangs = before !== undefined && k > cue.at + 1 && /^(?:الي|علي|عن|ب|من|ل|في)$/.test(before.key);
    const who = this.#discourse.speakerOf(cue, phrase);
    this.#takeMarked(item, cue, who, hangs || cue.form.class === 'directs' || cue.form.class === 'judges');
    return this.#takeFurther(cue, who, k + 1);
  }

  #takeMarked(item: Quoted, cue: Cue, who: Who, partial: boolean): void {
    this.#push('direct', item.content, cue, who, partial);
    this.#used.add(item);
  }

  /** «"…" و"…"»: further words of the same speaker in the same sentence. */
  #takeFurther(cue: Cue, who: Who, from: number): number {
    for (let k = from; k < from + FURTHER; k++) {
      const item = this.#items[k];
      if (item === undefined || item.type === 'stop' || item.type === 'line' || item.type === 'colon')
        return from;
      if (item.type === 'quoted') {
        if (this.#used.has(item) || item.words.length < FRAGMENT || isTitle(this.#items, k, item))
          return from;
        this.#takeMarked(item, cue, who, true);
        return this.#takeFurther(cue, who, k + 1);
      }
      if (item.type !== 'word') continue;
      const form = speechForm(item.key)?.form;
      if ((form !== undefined && form.type !== 'noun') || isAttribution(this.#items, k)) return from;
    }
    return from;
  }

  #takeClause(cue: Cue, phrase: Phrase | undefined, that: number): number {
    const items = this.#items;
    let from = that + 1;
    while (items[from]?.type === 'colon' || items[from]?.type === 'comma') from++;
    const who = this.#discourse.speakerOf(cue, phrase);
    const end = clauseEnd(items, from);
    const first = items[from];
    if (
      first?.type === 'quoted' &&
      !this.#used.has(first) &&
      first.words.length >= (end <= from + 1 ? 2 : FRAGMENT) &&
      !isTitle(items, from, first)
    ) {
      // All of it in marks is a direct quotation; marks around its beginning only are a fragment.
      if (end <= from + 1 || !this.#goesOn(from + 1)) {
        this.#takeMarked(first, cue, who, false);
        return this.#takeFurther(cue, who, from + 1);
      }
    }
    const span = this.#spanOf(from, end);
    if (span === undefined) return that + 1;
    this.#push('indirect', span, cue, who, false);
    this.#reported = Math.max(this.#reported, end);
    this.#discourse.report(that, this.#reported);
    for (let k = from; k < end; k++) {
      const item = items[k];
      if (item?.type !== 'quoted' || this.#used.has(item)) continue;
      // «وصف القانون بأنه قانون "يبيض الفساد ويبرره"»: what it is called, whatever noun stands before it.
      const predicate = describes.has(cue.form.verb) && k === from + 1;
      const spoken =
        item.words.length >= FRAGMENT ? predicate || !isTitle(items, k, item) : isSpokenWord(items, k, item);
      if (spoken) this.#fragments.push({ cue, who, item });
    }
    return that + 1;
  }

  /** Whether a clause goes on behind the marks that it begins with. */
  #goesOn(k: number): boolean {
    if (this.#items[k]?.type === 'word') return true;
    return (
      this.#items[k]?.type === 'comma' &&
      /^(?:اضافه|فضلا|وان|وانه|وانها|وانهم|وبان)$/.test(wordAt(this.#items, k + 1)?.key ?? '')
    );
  }

  /** The words of a clause, without the marks, commas and asides at its ends. */
  #spanOf(from: number, to: number): Span | undefined {
    const items = this.#items;
    let end = to;
    while (end > from && items[end - 1]?.type !== 'word' && items[end - 1]?.type !== 'quoted') end--;
    const first = items[from];
    const last = items[end - 1];
    if (first === undefined || last === undefined || end <= from) return undefined;
    const start = first.type === 'quoted' ? first.content.start : first.start;
    const stop = last.type === 'quoted' ? last.content.end : last.end;
    return stop > start ? { start, end: stop } : undefined;
  }

  #push(kind: Quote['kind'], span: Span, cue: Cue, who: Who, partial: boolean): void {
    if (who.speaker !== undefined) who.speaker.said = Math.max(who.speaker.said, cue.at);
    this.#found.push({
      kind,
      start: span.start,
      end: span.end,
      cue: cue.span,
      speaker: who.span,
      speakerName: who.speaker?.name ?? null,
      named: who.speaker?.named ?? false,
      ...(partial ? { partial: true as const } : {}),
    });
  }
}

/** How far behind words in marks further ones of the same sentence may stand, in items. */
const FURTHER = 20;

/** Verbs of writing and saying that leave words somewhere: «كتب عليها "…"». */
const writes = wordSet('كتب قال دون خط جاء');
const inIt = /^(?:في|علي)(?:ه|ها|هما)$/;
/** How somebody says something: «معلقا على». */
const manners = wordSet('علق وصف خاطب تحدث عقب');
const describes = wordSet('وصف');
/** Verbs of speech that never take إلى. */
const stresses = wordSet('أكد شدد أصر ألح');

/** Verbs of speech that take على. */
const insists = wordSet('أكد شدد أصر ألح أجمع أقسم نبه رد علق عقب تأسف أقر تأكيد تشديد التأكيد');

/** Nouns for what somebody uttered. */
const utterances = wordSet(
  'تصريح تصريحات كلمة خطاب حديث تغريدة تدوينة رسالة مداخلة تعليق انتقاد هجوم دعوة مطالبة رد انتقادات اتهام اتهامات',
);
