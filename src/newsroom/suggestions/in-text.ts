import type { Editor } from '@tiptap/core';

/** The body's paragraphs with words, one a line, as the server looks at them. */
export function linesOf(editor: Editor): string {
  const lines: string[] = [];
  editor.state.doc.descendants((node) => {
    if (!node.isTextblock) return true;
    // A pull quote says again what the text says.
    if (node.type.name === 'pullQuote') return false;
    const text = node.textBetween(0, node.content.size, undefined, ' ');
    if (text.trim() !== '') lines.push(text);
    return false;
  });
  return lines.join('\n');
}

/** Where the body first says some words within one paragraph. */
export function placeOf(editor: Editor, words: string): { from: number; to: number } | undefined {
  let found: { from: number; to: number } | undefined;
  editor.state.doc.descendants((node, at) => {
    if (found !== undefined) return false;
    if (!node.isTextblock) return true;
    const start = node.textBetween(0, node.content.size, undefined, ' ').indexOf(words);
    if (start >= 0) found = { from: at + 1 + start, to: at + 1 + start + words.length };
    return false;
  });
  return found;
}

/** Selects some words, so that the editor sees what is meant. */
export function show(editor: Editor, words: string): void {
  const place = placeOf(editor, words);
  if (place !== undefined) editor.chain().focus().setTextSelection(place).scrollIntoView().run();
}

/** Takes words out of the body, with the space behind them. @returns false when they are not there any more. */
export function takeOut(editor: Editor, words: string): boolean {
  const place = placeOf(editor, words);
  if (place === undefined) return false;
  const { doc } = editor.state;
  const rest = doc.textBetween(place.to, doc.resolve(place.to).end(), undefined, ' ');
  const space = /^\s*/.exec(rest)?.[0].length ?? 0;
  return editor.commands.deleteRange({ from: place.from, to: place.to + space });
}

/** Puts words behind the paragraph that says them, as a pull quote. @returns false when they are not there any more. */
export function pullOut(editor: Editor, words: string, speaker: string | undefined): boolean {
  const place = placeOf(editor, words);
  if (place === undefined) return false;
  const text = speaker === undefined ? `«${words}»` : `«${words}» — ${speaker}`;
  const after = editor.state.doc.resolve(place.from).after(1);
  return editor.commands.insertContentAt(after, { type: 'pullQuote', content: [{ type: 'text', text }] });
}

/** Everything that stands in pull quotes. */
export function pulledOut(editor: Editor): string {
  const texts: string[] = [];
  editor.state.doc.forEach((node) => {
    if (node.type.name === 'pullQuote') texts.push(node.textContent);
  });
  return texts.join('\n');
}
