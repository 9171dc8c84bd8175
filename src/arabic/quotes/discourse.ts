import type { Cue } from './cues.ts';
import type { Item } from './items.ts';
import { auxiliaries, complementizers, prepositions, times } from './particles.ts';
import type { Phrase } from './noun-phrase.ts';
import { phraseAt } from './phrase.ts';
import { isAddressee, nameKey, wordAt } from './phrase-words.ts';
import type { Span } from './quote.ts';
import { sources } from './role-words.ts';
import type { Speaker } from './known-speakers.ts';
import type { Speakers } from './speakers.ts';
import { type Agreement, clash, speechForm } from './speech-verbs.ts';

/** Who said something, with the mention that says so. */
export interface Who {
  speaker: Speaker | undefined;
  span: Span | null;
}

interface Subject {
  speaker: Speaker;
  agreement: Agreement;
  /** Item. */
  at: number;
  span: Span;
  /** The first of its sentence, before any verb. */
  leads: boolean;
  /** Spoken of in what somebody else said. */
  nested: boolean;
}

/** Subjects that are looked back over for one that agrees: some pages. */
const FAR = 100;

/** Who has been spoken of as a text is read, so that a verb without a subject finds its own. */
export class Discourse {
  readonly #items: readonly Item[];
  readonly #speakers: Speakers;
  readonly #subjects: Subject[] = [];
  #sentence: Subject[] = [];
  /** Items of the reported clause that is being read. */
  #reported = { from: 0, to: 0 };

  constructor(items: readonly Item[], speakers: Speakers) {
    this.#items = items;
    this.#speakers = speakers;
  }

  /** A reported clause begins behind item `from` and ends before `to`. */
  report(from: number, to: number): void {
    this.#reported = { from, to };
  }

  /** Whether the sentence has somebody in it who does something. */
  hasSubject(): boolean {
    return this.#sentence.some(({ nested, speaker }) => !nested && speaker.kind !== 'statement');
  }

  endSentence(): void {
    this.#sentence = [];
  }

  meet(phrase: Phrase, agreement: Agreement, leads = false): Who {
    const speaker = this.#speakers.resolve(phrase, phrase.from);
    if (agreement !== 'any' && (speaker.agreement === 'any' || speaker.kind !== 'person')) {
      speaker.agreement = agreement;
    }
    // A verb before its subject is singular.
    const plural = phrase.agreement === 'mp' || phrase.agreement === 'fp';
    const shown = plural ? phrase.agreement : agreement === 'any' ? speaker.agreement : agreement;
    const subject = {
      speaker,
      agreement: shown,
      at: phrase.from,
      span: phrase.span,
      leads,
      nested: this.#isNested(phrase.from),
    };
    this.#subjects.push(subject);
    this.#sentence.push(subject);
    return { speaker, span: phrase.span };
  }

  /**
   * «وكان فلان قد قال», «هنأ رئيس الوزراء…»: the subject that the sentence from item `start` on begins with, a verb of
   * speech apart.
   */
  meetLeading(start: number): void {
    const items = this.#items;
    const from = behindCircumstances(items, start);
    for (let i = from; i < from + 12; i++) {
      const item = items[i];
      if (item === undefined || item.type === 'stop' || item.type === 'line' || item.type === 'quoted')
        return;
      if (item.type !== 'word') continue;
      const phrase = phraseAt(items, i, this.#speakers);
      if (
        phrase !== undefined &&
        phrase.guessed !== true &&
        phrase.kind !== 'pronoun' &&
        phrase.kind !== 'statement' &&
        this.#canLead(phrase, i === from)
      ) {
        this.meet(phrase, 'any', true);
        return;
      }
      const form = speechForm(item.key)?.form;
      if (form !== undefined && form.type !== 'noun') {
        const behind = phraseAt(items, i + 1, this.#speakers);
        const who = behind?.kind === 'person' || behind?.kind === 'role' || behind?.kind === 'organisation';
        if (behind !== undefined && who && behind.guessed !== true) this.meet(behind, form.agreement);
        return;
      }
      if (item.definite || prepositions.has(item.key) || times.has(item.key)) continue;
      // Another verb: its subject stands right behind it.
      const behind = phraseAt(items, i + 1, this.#speakers);
      if (
        behind !== undefined &&
        behind.guessed !== true &&
        !auxiliaries.has(item.key.replace(/^[وف]/, ''))
      ) {
        this.meet(behind, /[^ا]ت$/.test(item.key) ? 'f' : 'any');
        return;
      }
    }
  }

  /** «خلال ندوة صحفية», «شهد صباح اليوم»: an adjective and a word that is a first name too lead no sentence. */
  #canLead(phrase: Phrase, first: boolean): boolean {
    if (phrase.kind === 'source') return first || sources.has(phrase.heads[0] ?? '');
    const [only = ''] = phrase.keys;
    return (
      phrase.kind !== 'person' ||
      phrase.keys.length > 1 ||
      phrase.heads.length > 0 ||
      this.#speakers.endsName(nameKey(only))
    );
  }

  /** Who the subject of a verb of speech is: behind it (`phrase`), before it, or whoever was spoken of last. */
  speakerOf(cue: Cue, phrase: Phrase | undefined): Who {
    const { form } = cue;
    if (phrase !== undefined) return this.meet(phrase, form.type === 'participle' ? 'any' : form.agreement);
    const finite = form.type === 'past' || form.type === 'present';
    // «عن مصدر عسكري قوله إن»
    const quoted = form.type === 'noun' ? this.#quotedFrom(cue) : undefined;
    if (quoted !== undefined) return this.meet(quoted, 'any');
    const own = finite ? this.subjectBefore(cue) : undefined;
    if (own !== undefined) {
      const who = this.meet(own, 'any');
      return this.#inIt(cue) ? { speaker: who.speaker, span: null } : who;
    }
    if (finite && this.#inIt(cue)) {
      const mentioned = this.#speakers.seenLast(form.agreement, cue.at);
      if (mentioned !== undefined) return { speaker: mentioned, span: null };
    }
    return (finite ? this.#leading(cue) : undefined) ?? this.#implied(cue);
  }

  /** «وكان فلان، …، قد قال»: the sentence's first noun phrase, when no other came between. */
  #leading(cue: Cue): Who | undefined {
    const lead = this.#sentence.findLast((one) => one.leads);
    if (lead === undefined || !fits(lead, cue)) return undefined;
    if (!this.#sentence.every((one) => one === lead || one.at < lead.at || one.speaker === lead.speaker))
      return undefined;
    return { speaker: lead.speaker, span: lead.span };
  }

  #isNested(at: number): boolean {
    return at > this.#reported.from && at < this.#reported.to;
  }

  #quotedFrom(cue: Cue): Phrase | undefined {
    for (let from = cue.at - 1; from > Math.max(0, cue.at - 16); from--) {
      if (!/^(?:عن|الي)$/.test(wordAt(this.#items, from)?.key ?? '')) continue;
      const phrase = phraseAt(this.#items, from + 1, this.#speakers);
      if (phrase !== undefined && phrase.to >= cue.at - 1) return phrase;
    }
    return undefined;
  }

  #implied(cue: Cue): Who {
    // «تأكيداته»: the pronoun is of whoever was mentioned last.
    // «مضيفا قوله»: of whoever adds it.
    const told = speechForm(wordAt(this.#items, cue.at - 1)?.key ?? '')?.form.type;
    if (cue.form.type === 'noun' && cue.form.agreement !== 'any' && (told === undefined || told === 'noun')) {
      const mentioned = this.#speakers.seenLast(cue.form.agreement, cue.at);
      if (mentioned !== undefined) return { speaker: mentioned, span: null };
    }
    const inside = this.#isNested(cue.at);
    const free = (one: Subject) => fits(one, cue) && (inside || !one.nested);
    const recent = this.#subjects.slice(-FAR);
    let near =
      this.#sentence.findLast((one) => free(one) && one.speaker.kind !== 'statement') ??
      this.#sentence.findLast((one) => free(one)) ??
      recent.findLast((one) => free(one)) ??
      recent.findLast((one) => fits(one, cue));
    // «أن ميركل سألته، قائلة»: a woman's form, and no woman has spoken.
    const woman =
      near === undefined && cue.form.agreement === 'f' ? this.#speakers.seenLast('f', cue.at) : undefined;
    if (woman !== undefined) return { speaker: woman, span: null };
    near ??= this.last(cue.at);
    if (near === undefined) return { speaker: undefined, span: null };
    this.#subjects.push({ ...near, at: cue.at, leads: false, nested: inside });
    near.speaker.last = cue.at;
    return { speaker: near.speaker, span: null };
  }

  /** Whoever was spoken of last before an item. */
  last(at: number): Subject | undefined {
    // Items are met nearly in their order: a little way back from the place is enough.
    let low = 0;
    let high = this.#subjects.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#subjects[middle]?.at ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return this.#subjects[low - 1];
  }

  /**
   * The subject right before a verb: «الشاهد الذي أكد أنه», «تصريحات فالس التي قال فيها», «إن رئيس الوزراء أكد»,
   * «مكتب نتنياهو قال».
   */
  subjectBefore(cue: Cue): Phrase | undefined {
    const items = this.#items;
    let end = cue.at;
    while (end > cue.at - 3 && /^(?:قد|لقد|كان|كانت|كانوا)$/.test(wordAt(items, end - 1)?.key ?? '')) end--;
    const relative = /^و?(?:الذي|التي|الذين)$/.test(wordAt(items, end - 1)?.key ?? '');
    if (relative) end--;
    while (items[end - 1]?.type === 'comma') end--;
    // «حسب ما أكده فلان لمراسل الإذاعة، الذي…»: whoever was told stands between.
    const told = relative ? this.#addresseeBefore(end) : end;
    const inIt = this.#inIt(cue);
    let best: Phrase | undefined;
    for (let from = end - 1; from >= Math.max(0, end - 14); from--) {
      const item = items[from];
      if (item?.type === 'stop' || item?.type === 'line') break;
      const phrase = phraseAt(items, from, this.#speakers);
      if (phrase === undefined || phrase.guessed === true || (phrase.to !== end && phrase.to !== told))
        continue;
      if (phrase.kind === 'statement' && inIt) continue;
      if (phrase.kind === 'place' && relative) continue;
      if (!relative && !this.#beginsClause(phrase.from)) continue;
      best = phrase;
    }
    if (best === undefined && !relative) return this.#plainBefore(end, cue);
    return best === undefined || (!relative && clash(cue.form.agreement, best.agreement)) ? undefined : best;
  }

  /** «غير أن القابلة أعلمتها أنها»: a noun that no list knows, between أن and the verb. */
  #plainBefore(end: number, cue: Cue): Phrase | undefined {
    const word = wordAt(this.#items, end - 1);
    const that = wordAt(this.#items, end - 2);
    if (word === undefined || that === undefined || !word.key.startsWith('ال') || times.has(word.key))
      return undefined;
    if (!complementizers.has(that.key) || cue.at !== end) return undefined;
    const many = cue.form.agreement === 'mp' && /(?:ين|ون)$/.test(word.bare);
    const one = cue.form.type === 'past' && (cue.form.agreement === 'f') === word.bare.endsWith('ه');
    if (!many && !one) return undefined;
    return {
      kind: 'source',
      from: end - 1,
      to: end,
      span: { start: word.start, end: word.end },
      keys: [word.bare],
      heads: [word.bare],
      definite: true,
      agreement: cue.form.agreement,
    };
  }

  /** The item at which whoever was told begins, close before item `end`; `end` where nobody was. */
  #addresseeBefore(end: number): number {
    for (let k = end - 1; k > end - 7 && k >= 0; k--) {
      const word = wordAt(this.#items, k);
      if (word !== undefined && isAddressee(word)) return k;
      if (word === undefined && this.#items[k]?.type !== 'quoted') return end;
    }
    return end;
  }

  /** «التي قال فيها»: the relative pronoun is of what was said. */
  #inIt({ at }: Cue): boolean {
    return /^(?:في|عن|خلال|ب|ل)(?:ه|ها)$/.test(wordAt(this.#items, at + 1)?.key ?? '');
  }

  #beginsClause(from: number): boolean {
    const before = this.#items[from - 1];
    if (before === undefined || before.type === 'stop' || before.type === 'line') return true;
    return (
      before.type === 'word' &&
      (complementizers.has(before.key) || /^(?:[وف]?كانت?|و?لكن|فيما|بينما|حيث)$/.test(before.key))
    );
  }
}

/** «وعقب صدور النتائج، سارع الوزير»: the item behind the comma of what a sentence begins with when it is a preposition. */
function behindCircumstances(items: readonly Item[], start: number): number {
  const first = wordAt(items, start)?.key.replace(/^[وف](?=...)/, '') ?? '';
  if (!/^(?:عقب|بعد|قبل|اثر|حول|خلال|رغم|ردا|تعليقا)$/.test(first)) return start;
  for (let k = start + 1; k < start + 16; k++) {
    const item = items[k];
    if (item?.type === 'comma') return k + 1;
    if (item?.type !== 'word' || isSpeech(item.key)) return start;
  }
  return start;
}

const isSpeech = (key: string) => {
  const type = speechForm(key)?.form.type;
  return type === 'past' || type === 'present';
};

const fits = (one: Subject, cue: Cue) => one.at < cue.at && !clash(cue.form.agreement, one.agreement);
