import { comparable } from '../words.ts';

/** Shorter words are particles; they tie no text to another. */
const shortest = 4;
/** Words of so many texts are enough to know a story by. */
const most = 4000;

export interface StoryWords {
  add: (text: string) => void;
  /** Whether the line has so many words of the story. */
  has: (line: string, least: number) => boolean;
}

/**
 * Tells whether a line speaks of the same things as a story: whether it has so many of its words of four letters or more,
 * prefixes off. Titles of other stories have none or one by chance.
 */
export function storyWords(): StoryWords {
  const known = new Set<string>();
  return {
    add(text) {
      if (known.size > most) return;
      for (const word of contentWords(text)) known.add(word);
    },
    has: (line, least) => new Set(contentWords(line).filter((word) => known.has(word))).size >= least,
  };
}

function contentWords(text: string): string[] {
  const words = comparable(text).match(/\p{L}{4,}/gu) ?? [];
  return words
    .map((word) => word.replace(/^(?:وال|بال|لل|فال|كال|ال)/, '').replace(/^[وبلف](?=\p{L}{4})/u, ''))
    .filter((word) => word.length >= shortest && !common.has(word));
}

const common = new Set(
  'الذي التي الذين هذا هذه ذلك خلال بعد قبل حول ضمن عبر منذ عند لدي حيث كما وقد كانت كان يكون تكون اكثر اليوم امس غدا يوم شهر عام سنه بسبب جديد جديده كبير كبيره'.split(
    ' ',
  ),
);
