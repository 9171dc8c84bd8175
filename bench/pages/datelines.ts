import type { Random } from './random.ts';

/** Parts and forms from which a story's dateline is made: `{p}` place, `{a}` agency, `{r}` reporter, `{day}` a date, `{b}` the body. */
export interface DatelineSet {
  places: readonly string[];
  agencies: readonly string[];
  reporters: readonly string[];
  /** At the beginning of the first paragraph. */
  inline: readonly string[];
  /** On lines of their own, above the body. */
  lines: readonly string[];
}

export interface GoldDateline {
  form: string;
  place: string | undefined;
  agency: string | undefined;
  reporter: string | undefined;
  /** The line to stand alone; undefined for one within the first paragraph. */
  line: string | undefined;
  /** The first paragraph with it. */
  first: string;
}

const months =
  'يناير،فبراير،مارس،أبريل،مايو،يونيو،أغسطس،سبتمبر،آذار،نيسان،حزيران،آب,تشرين الأول,كانون الثاني,جانفي,فيفري,أفريل,ماي,جوان,جويلية,أوت,غشت,شتنبر'.split(
    /[،,]/,
  );

/** A day as datelines write it. */
function dayOf(random: Random): string {
  const day = random.below(28) + 1;
  const month = random.pick(months);
  return random.pick([
    `${day} ${month}`,
    `${day} ${month} 2015`,
    `${day}-${random.below(12) + 1}-2015`,
    `${day} ${month}`,
  ]);
}

export function makeDateline(set: DatelineSet, first: string, random: Random): GoldDateline {
  const inline = random.chance(0.6);
  const form = random.pick(inline ? set.inline : set.lines);
  const place = form.includes('{p}') ? random.pick(set.places) : undefined;
  const agency = form.includes('{a}') ? random.pick(set.agencies) : undefined;
  const reporter = form.includes('{r}') ? random.pick(set.reporters) : undefined;
  const text = form
    .replace('{p}', () => place ?? '')
    .replace('{a}', () => agency ?? '')
    .replace('{r}', () => reporter ?? '')
    .replace('{day}', () => dayOf(random));
  return {
    form,
    place,
    agency,
    reporter,
    line: inline ? undefined : text,
    first: inline ? text.replace('{b}', () => first) : first,
  };
}
