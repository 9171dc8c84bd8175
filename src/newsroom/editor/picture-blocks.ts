import { type ChainedCommands, Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

type Choose = (wanted: { files: readonly File[]; many: boolean }) => void;

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    pictureBlocks: {
      /** Has somebody choose a picture, to stand where the caret is. */
      choosePicture(files?: readonly File[]): ReturnType;
      /** Has somebody choose several, to stand there as a gallery. */
      chooseGallery(files?: readonly File[]): ReturnType;
      /** Puts a picture of the library where the caret is, and the caret behind it. */
      insertPicture(media: string): ReturnType;
      insertGallery(media: readonly string[]): ReturnType;
    };
  }
  interface Storage {
    /** What opens the library; told by the component that has it. */
    pictureBlocks: { choose: Choose | undefined };
  }
}

/** Pictures in the body: chosen from the tools and the slash menu, dropped, pasted. */
export const pictureBlocks = Extension.create<object, { choose: Choose | undefined }>({
  name: 'pictureBlocks',
  addStorage: () => ({ choose: undefined }),
  addCommands() {
    return {
      choosePicture:
        (files = []) =>
        ({ dispatch }) => {
          if (dispatch) this.storage.choose?.({ files, many: false });
          return true;
        },
      chooseGallery:
        (files = []) =>
        ({ dispatch }) => {
          if (dispatch) this.storage.choose?.({ files, many: true });
          return true;
        },
      insertPicture:
        (media) =>
        ({ chain }) =>
          putBlock(chain(), { type: 'image', attrs: { picture: { media }, size: 'full' } }),
      insertGallery:
        (media) =>
        ({ chain }) =>
          putBlock(chain(), { type: 'gallery', attrs: { pictures: media.map((id) => ({ media: id })) } }),
    };
  },
  addProseMirrorPlugins() {
    const take = (files: FileList | undefined): boolean => {
      const pictures = [...(files ?? [])].filter(({ type }) => type.startsWith('image/'));
      if (pictures.length === 0 || !this.editor.isEditable) return false;
      this.storage.choose?.({ files: pictures, many: pictures.length > 1 });
      return true;
    };
    return [
      new Plugin({
        props: {
          // Word puts a picture of the text beside the text: then the text is meant.
          handlePaste: (_view, { clipboardData }) =>
            clipboardData?.types.includes('text/html') !== true && take(clipboardData?.files),
          handleDrop: (view, event) => {
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (at !== null) this.editor.commands.setTextSelection(at.pos);
            return take(event.dataTransfer?.files);
          },
        },
      }),
    ];
  },
});

/** In place of an empty line, else behind the block at hand: no sentence is cut in two. */
function putBlock(chain: ChainedCommands, block: { type: string; attrs: object }): boolean {
  return chain
    .command(({ state, commands }) => {
      const { $to } = state.selection;
      const end = $to.depth === 0 ? $to.pos : $to.after(1);
      const empty = $to.depth === 1 && $to.parent.content.size === 0;
      const at = empty ? { from: $to.before(1), to: end } : end;
      // Something to write in must follow it.
      const last = end >= state.doc.content.size;
      return commands.insertContentAt(at, last ? [block, { type: 'paragraph' }] : [block]);
    })
    .run();
}
