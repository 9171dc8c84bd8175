import { attribution, clauseEnd } from './clause.ts';
import { type Item, itemsOf, type Quoted, type Word } from './items.ts';
import { statements } from './organisation-words.ts';
import { auxiliaries, complementizers, prepositions, relatives, takesThat, times } from './particles.ts';
import { isAddressee, type Phrase, phraseAt } from './phrase.ts';
import type { Quote, Span } from './quote.ts';
import { clash, type Speaker, Speakers } from './speakers.ts';
import { isSpeech, isTitle } from './marked-words.ts';
import { type Agreement, type SpeechForm, speechForm } from './speech-verbs.ts';

/** How far behind a verb its quotation may begin, in items. */
const REACH = 45;

/**
 * Who said what in a text: quotations between marks with their speakers, and statements after a verb of speech with
 * أن/إن. Offsets are JavaScript string indices into the text as given. Sorted by `start`, an indirect statement before the
 * fragments within it. Linear; never throws.
 *
 * The method is a grammar of the newspaper sentence, not a trained model: closed classes of verbs, offices and small
 * words, the agreement of verb and subject, and the order verb – speaker – circumstances – أن.
 */
export function findQuotes(text: string): Quote[] {
  return new Reading(text).quotes();
}

interface Subject {
  speaker: Speaker;
  agreement: Agreement;
  /** Item at which the mention begins. */
  at: number;
  /** The mention, when it may be shown as the speaker of a verb behind it («وكان فلان قد قال»). */
  span: Span;
  /** The first of its sentence, before any verb. */
  leads: boolean;
}

interface Cue {
  at: number;
  span: Span;
  form: SpeechForm;
  word: Word;
}

class Reading {
  readonly #items: Item[];
  readonly #speakers: Speakers;
  readonly #found: Quote[] = [];
  /** Quoted items that are already somebody's words, or a name. */
  readonly #used = new Set<Item>();
  #subjects: Subject[] = [];
  #sentence: Subject[] = [];
  #sentenceStart = 0;

  constructor(text: string) {
    this.#items = itemsOf(text);
    this.#speakers = new Speakers(text);
    this.#meetAll();
  }

  quotes(): Quote[] {
    const items = this.#items;
    let skip = 0;
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (item?.type === 'stop' || item?.type === 'line') this.#endSentence(i + 1);
      if (i === this.#sentenceStart) this.#leadingSubject(i);
      if (item?.type !== 'word' || i < skip) continue;
      const cue = this.#cueAt(i, item);
      if (cue === undefined) continue;
      skip = Math.max(skip, this.#follow(cue));
    }
    this.#attributeBehind();
    return this.#sorted();
  }

  /** A first reading for names: whoever is met in full anywhere is known everywhere. */
  #meetAll(): void {
    const items = this.#items;
    for (let i = 0; i < items.length;) {
      const item = items[i];
      const phrase = item?.type === 'word' ? phraseAt(items, i, this.#speakers.knows) : undefined;
      if (
        phrase !== undefined &&
        phrase.guessed !== true &&
        phrase.kind !== 'source' &&
        phrase.kind !== 'statement' &&
        phrase.kind !== 'pronoun' &&
        phrase.kind !== 'role'
      ) {
        this.#speakers.resolve(phrase, i);
        i = Math.max(i + 1, phrase.to);
      } else i++;
    }
    // «وقال ترامب إن»: names known only by standing behind a verb of speech.
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (item?.type !== 'word') continue;
      const form = speechForm(item.key)?.form;
      if (form === undefined || form.type === 'noun' || form.type === 'participle' || form.class === 'judges')
        continue;
      const phrase = phraseAt(items, i + 1, this.#speakers.knows);
      if (phrase?.kind === 'person' && this.#closesSpeaker(phrase)) this.#speakers.resolve(phrase, i);
    }
    this.#speakers.rewind();
  }

  /** Whether a name that was guessed stands where a speaker does: before أن, a mark, a comma or a preposition. */
  #closesSpeaker(phrase: Phrase): boolean {
    if (phrase.guessed !== true) return true;
    const next = this.#items[phrase.to];
    if (next === undefined || next.type === 'quoted' || next.type === 'colon') return true;
    if (next.type === 'comma') return phrase.keys.length < 5;
    return (
      next.type === 'word' &&
      (complementizers.has(next.key) || isAddressee(next) || /^(?:الي|في|علي|خلال|من|عن)$/.test(next.key))
    );
  }

  #endSentence(start: number): void {
    this.#sentenceStart = start;
    this.#sentence = [];
  }

  /** «وكان فلان قد قال», «مكتب نتنياهو قال», «هنأ رئيس الوزراء…»: the subject that a sentence begins with. */
  #leadingSubject(start: number): void {
    const items = this.#items;
    let i = start;
    for (let steps = 0; steps < 12; steps++) {
      const item = items[i];
      if (item === undefined || item.type === 'stop' || item.type === 'line') return;
      if (item.type !== 'word') {
        if (item.type === 'quoted') return;
        i++;
        continue;
      }
      const key = item.key.replace(/^[وف](?=كان|سبق|لكن|قد|كما)/, '');
      const phrase = phraseAt(items, i, this.#speakers.knows);
      if (phrase !== undefined && phrase.guessed !== true && phrase.kind !== 'pronoun') {
        this.#meet(phrase, 'any', true);
        return;
      }
      if (/^(?:كان|كانت|لكن|سبق|قد|كما|اما|غير|ان|الا)$/.test(key) || times.has(item.key)) {
        i++;
        continue;
      }
      const form = speechForm(item.key);
      if (form !== undefined && form.form.type !== 'noun') return;
      // Another verb: its subject stands right behind it.
      const after = phraseAt(items, i + 1, this.#speakers.knows);
      if (
        after !== undefined &&
        after.guessed !== true &&
        steps < 2 &&
        !prepositions.has(item.key) &&
        !item.definite
      ) {
        this.#meet(after, /[^ا]ت$/.test(item.key) ? 'f' : 'any', false);
        return;
      }
      if (steps > 0 && items[i - 1]?.type === 'word' && !prepositions.has(item.key)) {
        // «من جهة أخرى أكد»: an opening phrase; looked over up to its comma.
      }
      i++;
    }
  }

  #meet(phrase: Phrase, agreement: Agreement, leads: boolean): Subject {
    const speaker = this.#speakers.resolve(phrase, phrase.from);
    if (agreement !== 'any' && (speaker.agreement === 'any' || speaker.kind !== 'person'))
      speaker.agreement = agreement;
    const subject: Subject = {
      speaker,
      agreement: agreement === 'any' ? speaker.agreement : agreement,
      at: phrase.from,
      span: phrase.span,
      leads,
    };
    this.#subjects.push(subject);
    this.#sentence.push(subject);
    return subject;
  }

  #cueAt(i: number, word: Word): Cue | undefined {
    const found = speechForm(word.key);
    if (found === undefined) return undefined;
    const { form, prefix } = found;
    const before = this.#wordBefore(i);
    // «يذكر أن», «تجدر الإشارة»: nobody says it.
    if (form.type === 'present' && form.verb === 'ذكر' && !this.#nounBefore(i)) return undefined;
    if (form.verb === 'عد' && form.type === 'present') return undefined;
    if (before !== undefined && /^(?:ما|كما)$/.test(before.key) && form.type === 'present') return undefined;
    if (word.key === 'بين' && !this.#followsClosely(i)) return undefined;
    if (form.type === 'noun' && !this.#nounCue(i, form)) return undefined;
    if (form.class === 'also' && form.type !== 'participle' && !this.#followsClosely(i)) return undefined;
    const start = this.#startWithin(word, prefix);
    return { at: i, span: { start, end: word.end }, form, word };
  }

  /** Where a word begins without its first `prefix` letters, marks on them left out too. */
  #startWithin(word: Word, prefix: number): number {
    if (prefix === 0) return word.start;
    const text = this.#speakers.text;
    let start = word.start + prefix;
    while (start < word.end && /[\u064b-\u0652\u0640]/.test(text.charAt(start))) start++;
    return start;
  }

  #wordBefore(i: number): Word | undefined {
    const item = this.#items[i - 1];
    return item?.type === 'word' ? item : undefined;
  }

  #nounBefore(i: number): boolean {
    const before = this.#wordBefore(i);
    return before !== undefined && !auxiliaries.has(before.key) && !prepositions.has(before.key);
  }

  /** «قوله»، «بالقول»: followed by what was said, with nothing but a preposition between. */
  #nounCue(i: number, form: SpeechForm): boolean {
    const items = this.#items;
    let k = i + 1;
    for (; k < i + 5; k++) {
      const item = items[k];
      if (item === undefined) return false;
      if (item.type === 'quoted')
        return form.verb === 'قول' || form.agreement === 'any' || k > i + 1 || items[i + 1] === item;
      if (item.type === 'colon') return true;
      if (item.type === 'word') {
        if (complementizers.has(item.key)) return true;
        if (/^(?:الي|علي|ب|عن|من|في|الايام|السابقه)$/.test(item.key)) continue;
        return form.agreement === 'any' && form.verb === 'القول' && speechless(items, k);
      }
      if (item.type !== 'comma') return false;
    }
    return false;
  }

  /** For words that are as often something else: what was said must follow within a short phrase. */
  #followsClosely(i: number): boolean {
    const items = this.#items;
    const phrase = phraseAt(items, i + 1, this.#speakers.knows);
    let k = phrase?.to ?? i + 1;
    for (let steps = 0; steps < 14; steps++, k++) {
      const item = items[k];
      if (item === undefined || item.type === 'stop' || item.type === 'line') return false;
      if (item.type === 'quoted') return true;
      if (item.type === 'colon') return items[k + 1]?.type === 'quoted';
      if (item.type === 'word') {
        if (complementizers.has(item.key)) return !takesThat.has(this.#wordBefore(k)?.key ?? '');
        if (k > i + 1 && speechForm(item.key)?.form.type === 'past') return false;
      }
    }
    return false;
  }

  /** Reads on from a verb of speech to what was said; the item up to which nothing else may be a verb of speech. */
  #follow(cue: Cue): number {
    const items = this.#items;
    const phrase = this.#phraseBehind(cue);
    let k = phrase?.to ?? cue.at + 1;
    const limit = Math.min(items.length, k + REACH);
    let subordinate = false;
    for (; k < limit; k++) {
      const item = items[k];
      if (item === undefined || item.type === 'stop') break;
      if (item.type === 'line') {
        if (items[k - 1]?.type === 'colon' && items[k + 1]?.type === 'quoted') continue;
        break;
      }
      if (item.type === 'colon') {
        const next = items[k + 1];
        if (next?.type === 'quoted' || next?.type === 'line') continue;
        if (next?.type === 'word' && complementizers.has(next.key)) continue;
        break;
      }
      if (item.type === 'quoted') {
        if (!this.#isContent(cue, k, item, phrase)) continue;
        return this.#takeDirect(cue, phrase, k, item);
      }
      if (item.type !== 'word') continue;
      if (complementizers.has(item.key) && this.#takesClause(cue, k)) return this.#takeClause(cue, phrase, k);
      if (relatives.has(item.key) && item.key.length > 2) {
        subordinate = true;
        continue;
      }
      const form = speechForm(item.key);
      if (
        form === undefined ||
        form.form.type === 'noun' ||
        (k === cue.at + 1 && form.form.type === 'participle' && false)
      )
        continue;
      if (subordinate && form.form.type !== 'participle') continue;
      if (form.form.class === 'judges' && form.form.type !== 'past') continue;
      if (prepositions.has(item.key) || (form.form.class === 'also' && form.prefix === 0)) continue;
      break;
    }
    // Nothing said here, but a participle behind may hang on this subject («أعلن … رفضه، واصفا»).
    if (phrase !== undefined && phrase.guessed !== true) {
      this.#meet(phrase, this.#agreementOf(cue), false);
      return phrase.to;
    }
    return cue.at + 1;
  }

  #agreementOf(cue: Cue): Agreement {
    return cue.form.type === 'participle' ? 'any' : cue.form.agreement;
  }

  #phraseBehind(cue: Cue): Phrase | undefined {
    const items = this.#items;
    if (cue.form.type === 'noun' || cue.form.type === 'participle') return undefined;
    let i = cue.at + 1;
    if (items[i]?.type === 'comma') i++;
    const phrase = phraseAt(items, i, this.#speakers.knows);
    if (phrase === undefined) return undefined;
    if (i > cue.at + 1 && phrase.guessed === true) return undefined;
    if (!this.#closesSpeaker(phrase)) return undefined;
    return phrase;
  }

  /** Whether أن after a verb of speech begins what was said. */
  #takesClause(cue: Cue, k: number): boolean {
    if (cue.form.class === 'directs' || cue.form.class === 'judges') return false;
    const before = this.#wordBefore(k);
    if (before === undefined || k === cue.at + 1) return true;
    return !takesThat.has(before.key.replace(/^[وف]/, ''));
  }

  /** Whether a quoted stretch behind a verb of speech is what was said, and not a name or title on the way to it. */
  #isContent(cue: Cue, k: number, item: Quoted, phrase: Phrase | undefined): boolean {
    if (this.#used.has(item)) return false;
    const before = this.#items[k - 1];
    if (before?.type === 'colon' || k === cue.at + 1) return isSpeech(item, 1);
    if (before?.type === 'word') {
      if (isTitle(before, item, this.#items[k + 1])) return false;
      if (phrase !== undefined && phrase.to === k) return isSpeech(item, 2);
    }
    // More of the sentence follows: a name on the way («لصحيفة "الوطن" إن…»).
    return isSpeech(item, 3);
  }

  #takeDirect(cue: Cue, phrase: Phrase | undefined, k: number, item: Quoted): number {
    const before = this.#items[k - 1];
    const fragment =
      before?.type === 'word' &&
      before !== cue.word &&
      (cue.form.class === 'judges' ||
        cue.form.class === 'directs' ||
        /^(?:الي|علي|عن|ب|من|ل)$/.test(before.key));
    const who = this.#speakerOf(cue, phrase);
    this.#push('direct', item.content, cue, who, fragment);
    this.#used.add(item);
    return Math.max(this.#alsoQuoted(cue, who, k + 1), k + 1);
  }

  /** «…"…" و"…"»: further words of the same speaker in the same sentence. */
  #alsoQuoted(cue: Cue, who: Who, from: number): number {
    let k = from;
    for (; k < from + 12; k++) {
      const item = this.#items[k];
      if (item === undefined || item.type === 'stop' || item.type === 'line' || item.type === 'colon')
        return from;
      if (item.type === 'quoted') {
        const before = this.#items[k - 1];
        if (before?.type === 'word' && isTitle(before, item, this.#items[k + 1])) return from;
        if (this.#used.has(item) || !isSpeech(item, 3)) return from;
        this.#push('direct', item.content, cue, who, true);
        this.#used.add(item);
        return this.#alsoQuoted(cue, who, k + 1);
      }
      if (item.type === 'word') {
        const form = speechForm(item.key);
        if (form !== undefined && form.form.type !== 'noun') return from;
        if (attribution(this.#items, k)) return from;
      }
    }
    return from;
  }

  #takeClause(cue: Cue, phrase: Phrase | undefined, that: number): number {
    const items = this.#items;
    let from = that + 1;
    while (items[from]?.type === 'colon' || items[from]?.type === 'comma') from++;
    const who = this.#speakerOf(cue, phrase);
    const first = items[from];
    const end = clauseEnd(items, from);
    if (first?.type === 'quoted' && isSpeech(first, 3)) {
      const alone = end <= from + 1 || items[from + 1]?.type !== 'word';
      if (alone && !this.#quotedAgain(from + 1, end)) {
        this.#push('direct', first.content, cue, who, false);
        this.#used.add(first);
        return from + 1;
      }
    }
    const span = this.#spanOf(from, end);
    if (span === undefined) return that + 1;
    this.#push('indirect', span, cue, who, false);
    for (let k = from; k < end; k++) {
      const item = items[k];
      if (item?.type !== 'quoted' || this.#used.has(item)) continue;
      const before = items[k - 1];
      const title = before?.type === 'word' && isTitle(before, item, items[k + 1]);
      if (title || !isSpeech(item, 3)) continue;
      this.#push('direct', item.content, cue, who, true);
      this.#used.add(item);
    }
    // A verb of speech inside may report again («أن الشاهد أكد أنه…»).
    return that + 1;
  }

  #quotedAgain(from: number, end: number): boolean {
    for (let k = from; k < end; k++) {
      const item = this.#items[k];
      if (item?.type === 'quoted') return isSpeech(item, 3);
    }
    return false;
  }

  /** The words of a clause, without marks, commas and asides at its ends. */
  #spanOf(from: number, to: number): Span | undefined {
    const items = this.#items;
    let end = to;
    while (end > from) {
      const last = items[end - 1];
      if (last?.type === 'word' || last?.type === 'quoted') break;
      end--;
    }
    const first = items[from];
    const last = items[end - 1];
    if (first === undefined || last === undefined || end <= from) return undefined;
    const start = first.type === 'quoted' ? first.content.start : first.start;
    const stop = last.type === 'quoted' ? last.content.end : last.end;
    return stop > start ? { start, end: stop } : undefined;
  }

  /** Who the speaker of a verb is: named behind it, before it, or the one who spoke last. */
  #speakerOf(cue: Cue, phrase: Phrase | undefined): Who {
    const agreement = this.#agreementOf(cue);
    if (phrase !== undefined) {
      const subject = this.#meet(phrase, agreement, false);
      return { speaker: subject.speaker, span: phrase.span };
    }
    const before = this.#antecedent(cue);
    if (before !== undefined) return before;
    const wanted = cue.form.agreement;
    const fits = (one: Subject) => one.at < cue.at && !clash(wanted, one.agreement);
    if (cue.form.type !== 'participle' && cue.form.type !== 'noun') {
      const lead = this.#sentence.findLast((one) => one.leads && fits(one));
      if (lead !== undefined && this.#sentence.every((one) => one === lead || one.speaker === lead.speaker)) {
        return { speaker: lead.speaker, span: this.#shown(lead) ? lead.span : null };
      }
    }
    const near =
      this.#sentence.findLast(fits) ??
      this.#subjects.findLast(fits) ??
      this.#subjects.findLast((one) => one.at < cue.at);
    if (near === undefined) return { speaker: undefined, span: null };
    this.#subjects.push({ ...near, at: cue.at, leads: false });
    near.speaker.last = cue.at;
    return { speaker: near.speaker, span: null };
  }

  /** A leading subject is shown with the first verb that is its own. */
  #shown(lead: Subject): boolean {
    return !this.#found.some(({ speaker }) => speaker?.start === lead.span.start) || true;
  }

  /** «يوسف الشاهد الذي أكد أنه», «تصريحات فالس التي قال فيها»: the mention before a relative pronoun. */
  #antecedent(cue: Cue): Who | undefined {
    const items = this.#items;
    let k = cue.at - 1;
    while (k >= 0 && k > cue.at - 4) {
      const item = items[k];
      if (item?.type === 'word' && auxiliaries.has(item.key)) k--;
      else break;
    }
    const pronoun = items[k];
    if (pronoun?.type !== 'word' || !/^(?:الذي|التي|الذين)$/.test(pronoun.key)) return undefined;
    let end = k;
    if (items[end - 1]?.type === 'comma') end--;
    const inIt = /^(?:فيه|فيها|عنه|خلالها|خلاله|بها|به|انها|له|لها)$/.test(this.#wordAfter(cue.at)?.key ?? '');
    for (let from = end - 1; from >= Math.max(0, end - 14); from--) {
      const phrase = phraseAt(items, from, this.#speakers.knows);
      if (phrase === undefined || phrase.guessed === true || phrase.to > end || phrase.to < end - 1) continue;
      const longer = from > 0 ? phraseAt(items, from - 1, this.#speakers.knows) : undefined;
      if (
        longer !== undefined &&
        longer.guessed !== true &&
        longer.to === phrase.to &&
        longer.kind !== 'statement'
      )
        continue;
      if (phrase.kind === 'statement' && inIt) continue;
      const subject = this.#meet(phrase, 'any', false);
      return { speaker: subject.speaker, span: inIt ? null : phrase.span };
    }
    return undefined;
  }

  #wordAfter(i: number): Word | undefined {
    const item = this.#items[i + 1];
    return item?.type === 'word' ? item : undefined;
  }

  /** «"…"، قال فلان», «"…" بحسب الشرطة»: marks that nothing before them explains. */
  #attributeBehind(): void {
    const items = this.#items;
    for (let k = 0; k < items.length; k++) {
      const item = items[k];
      if (item?.type !== 'quoted' || this.#used.has(item) || !isSpeech(item, 3)) continue;
      let i = k + 1;
      while (items[i]?.type === 'comma' || items[i]?.type === 'other' || items[i]?.type === 'stop') i++;
      if (/^(?:كما|هكذا|بهذا|بهذه)$/.test(this.#wordAt(i)?.key ?? '')) i++;
      const word = this.#wordAt(i);
      if (word === undefined) continue;
      const form = speechForm(word.key);
      const spoken =
        form !== undefined && form.prefix === 0 && form.form.type !== 'noun' && form.form.class !== 'judges';
      const byWhom = /^(?:بحسب|حسب|وفق|وفقا|طبقا|حسبما)$/.test(word.key);
      if (!spoken && !byWhom) continue;
      if (byWhom && items[k + 1]?.type === 'stop') continue;
      this.#subjects.sort((a, b) => a.at - b.at);
      const cue: Cue = {
        at: i,
        span: { start: word.start, end: word.end },
        form: form?.form ?? { class: 'says', agreement: 'any', type: 'noun', verb: word.key },
        word,
      };
      const phrase = byWhom ? this.#phraseAfterAccording(i + 1) : this.#phraseBehind(cue);
      const who = phrase === undefined ? this.#lastBefore(i) : this.#metAt(phrase);
      this.#push('direct', item.content, cue, who, byWhom);
      this.#used.add(item);
    }
  }

  #wordAt(i: number): Word | undefined {
    const item = this.#items[i];
    return item?.type === 'word' ? item : undefined;
  }

  #metAt(phrase: Phrase): Who {
    return { speaker: this.#speakers.resolve(phrase, phrase.from), span: phrase.span };
  }

  #phraseAfterAccording(i: number): Phrase | undefined {
    const items = this.#items;
    let k = i;
    while (
      /^(?:ما|ل|قاله|ذكره|ذكرته|اعلنه|اعلنته|افاد|به|جاء|في|ذكر|ذكرت|نقلته|اوردته|قول|تعبير)$/.test(
        this.#wordAt(k)?.key ?? '',
      )
    )
      k++;
    const word = this.#wordAt(k);
    if (word === undefined) return undefined;
    return phraseAt(items, k, this.#speakers.knows);
  }

  #lastBefore(i: number): Who {
    const one = this.#subjects.findLast(({ at }) => at < i);
    return { speaker: one?.speaker, span: null };
  }

  #push(kind: Quote['kind'], span: Span, cue: Cue, who: Who, partial: boolean): void {
    this.#found.push({
      kind,
      start: span.start,
      end: span.end,
      cue: cue.span,
      speaker: who.span,
      speakerName: who.speaker === undefined ? null : who.speaker.name,
      named: who.speaker?.named ?? false,
      ...(partial ? { partial: true as const } : {}),
    });
  }

  #sorted(): Quote[] {
    return this.#found.sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

interface Who {
  speaker: Speaker | undefined;
  span: Span | null;
}

/** «بالقول» with its saying some words on; nothing but circumstances between. */
function speechless(items: readonly Item[], k: number): boolean {
  for (let i = k; i < k + 6; i++) {
    const item = items[i];
    if (item?.type === 'quoted' || item?.type === 'colon') return true;
    if (item?.type === 'word' && complementizers.has(item.key)) return true;
    if (item === undefined || item.type === 'stop' || item.type === 'line') return false;
  }
  return false;
}
void statements;
