/** و ف, then ب ك ل, then ال; or لل. */
const PROCLITICS = /^[وف]?(?:لل|[بكل]?ال|[بكل])?/;

/**
 * How many letters of a word may be proclitics, longest first, when what follows them must begin with one of
 * `letters`: «وبالاجتماع» → 4 with ا, «الان» → 2 and 0.
 */
export function proclitics(bare: string, letters: string): number[] {
  const found: number[] = [];
  const longest = PROCLITICS.exec(bare)?.[0].length ?? 0;
  for (let at = longest; at >= 0; at--) {
    if (!letters.includes(bare.charAt(at)) || bare.length - at < 2) continue;
    if (isProclitic(bare.slice(0, at))) found.push(at);
  }
  return found;
}

const ALL: ReadonlySet<string> = new Set(
  ['', 'و', 'ف'].flatMap((first) =>
    ['', 'ب', 'ك', 'ل', 'ال', 'بال', 'كال', 'لل'].map((rest) => first + rest),
  ),
);

export function isProclitic(letters: string): boolean {
  return ALL.has(letters);
}

/** Letters of و or ف, ب or ك, and the article before a definite word; 0 for a word without the article. */
export function articleEnd(bare: string): number {
  const found = /^[وف]?(?:[بك]?ال|لل)/.exec(bare)?.[0];
  return found === undefined || OWN_AL.test(bare) ? 0 : found.length;
}

/** Words whose first letters look like particles and article and are their own. */
const OWN_AL =
  /^[وف]?(?:والد|والي|وال[هة]|بالغ|بالي|فالح|كالي|الله|لله|اللذ|اللت|الذ[ىي]|الت[ىي]$|الى|الي|الا$)/;
