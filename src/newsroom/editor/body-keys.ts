import { Extension } from '@tiptap/core';

/**
 * Keys of the body's editor. Those with letters work on Arabic keyboards too: ProseMirror takes the key's place where its letter
 * is not Latin.
 */
export const bodyKeys = Extension.create({
  name: 'bodyKeys',
  addKeyboardShortcuts() {
    const { editor } = this;
    return {
      'Mod-b': () => editor.commands.toggleMark('strong'),
      'Mod-i': () => editor.commands.toggleMark('em'),
      'Alt-i': () => editor.commands.toggleMark('language', { lang: 'en' }),
      'Mod-Alt-0': () => editor.commands.setNode('paragraph'),
      'Mod-Alt-2': () => editor.commands.toggleNode('heading', 'paragraph', { level: 2 }),
      'Mod-Alt-3': () => editor.commands.toggleNode('heading', 'paragraph', { level: 3 }),
      'Mod-Shift-9': () => editor.commands.toggleWrap('quotation'),
      'Shift-Enter': () => editor.commands.insertContent({ type: 'lineBreak' }),
      // Out of a heading or a pull quote into a paragraph.
      Enter: () => {
        const { $from, empty } = editor.state.selection;
        const { name } = $from.parent.type;
        if (!empty || $from.parentOffset < $from.parent.content.size) return false;
        if (name === 'heading' || name === 'pullQuote')
          return editor
            .chain()
            .insertContentAt($from.after(), { type: 'paragraph' })
            .focus($from.after() + 1)
            .run();
        // An empty paragraph at the end of a quotation leaves it.
        if (
          name === 'paragraph' &&
          $from.parent.content.size === 0 &&
          $from.node(-1).type.name === 'quotation'
        )
          return editor.commands.lift('quotation');
        return false;
      },
    };
  },
});
