const list = `
  في من الي علي عن مع هذا هذه ذلك تلك هولاء اوليك هناك هنا هنالك الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي
  هو هي هم هما هن انا نحن انت انتم ان انه انها انهم انهما اننا اني انني كان كانت كانوا يكون تكون ليس ليست ليسوا قد لقد لم لن لا ما
  ماذا لماذا كيف متي اين اي ايه كل بعض غير سوي او ام بل ثم لكن لكنه لكنها حتي اذا اذ لو لولا لان لانه لانها كما كلما حيث حين
  حينما عندما بعدما بينما عند لدي لديه لديها لديهم بين قبل بعد خلال منذ حول ضد دون نحو فوق تحت امام وراء منه منها منهم منهما فيه
  فيها فيهم عليه عليها عليهم عليهما اليه اليها اليهم له لها لهم لهما لنا لي لك لكم به بها بهم بهما بنا بي عنه عنها عنهم معه معها
  معهم ايضا انما الا فقط مثل مما عما فيما بما كذلك لذلك بذلك هكذا جدا اكثر اقل ذات ذو ذي التى هل يا ايها عبر لدينا ضمن وفق
  وهو وهي وهم وقد وكان وكانت ولم ولن ولا وما وان وانه وانها واذا وفي ومن وعلي وعن ومع والي والذي والتي والذين فان فانه فانها فقد
  بان بانه بانها بانهم كانه كان مازال مازالت الان
`;

const stopWords: ReadonlySet<string> = new Set(list.trim().split(/\s+/));

/**
 * True for words that stand in nearly every text: particles, pronouns, the verbs of being; also with و or ف before
 * them. Takes a folded word. They are indexed all the same, so that a phrase is found to the letter.
 */
export function isStopWord(folded: string): boolean {
  if (stopWords.has(folded)) return true;
  const first = folded.charCodeAt(0);
  return (first === 0x648 || first === 0x641) && folded.length > 2 && stopWords.has(folded.slice(1));
}
