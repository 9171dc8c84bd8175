import { Extension, InputRule } from '@tiptap/core';

/**
 * Arabic punctuation as one types: on many keyboards `,` `;` `?` and `"` are nearer than their Arabic forms. Only after Arabic
 * letters, so that figures, Latin names and addresses keep theirs; Backspace right after takes it back.
 */
export const arabicTyping = Extension.create({
  name: 'arabicTyping',
  addInputRules() {
    return [
      replaced(/(?<=[\u0620-\u065f\u0670-\u06d3»)\]] ?),$/, () => '،'),
      replaced(/(?<=[\u0620-\u065f\u0670-\u06d3»)\]] ?);$/, () => '؛'),
      replaced(/(?<=[\u0620-\u065f\u0670-\u06d3»)\]] ?)\?$/, () => '؟'),
      replaced(/"$/, (before) => (opens(before) ? '«' : '»')),
    ];
  },
});

/** A quotation opens at the beginning, after a space, a bracket, or what clings to the next word. */
const opens = (before: string) => /(^|[\s([{«\u200f:،-]|(?<![\u0620-\u064a])[وفبلك])$/.test(before);

function replaced(find: RegExp, by: (before: string) => string): InputRule {
  return new InputRule({
    find,
    handler({ state, range }) {
      const { parent, parentOffset } = state.selection.$from;
      const before = parent.textBetween(0, parentOffset, undefined, ' ');
      // A paragraph of another script keeps its own marks.
      if (before !== '' && !/[\u0620-\u064a]/.test(before)) return;
      state.tr.insertText(by(before), range.from, range.to);
    },
  });
}
