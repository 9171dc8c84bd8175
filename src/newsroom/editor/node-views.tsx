import type { AnyExtension } from '@tiptap/core';
import { type NodeViewProps, NodeViewContent, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import { lazy, Suspense, useState } from 'react';
import { picture as pictureSchema } from '../../model/block.ts';
import { pictureStrings } from '../../strings/pictures.ts';
import { ChoosePicture, type Choosing } from '../pictures/choose-picture.tsx';
import { StoryPicture } from '../pictures/story-picture.tsx';
import { useWords } from './words.ts';

/** A story without galleries goes without it. */
const GalleryBlock = lazy(() =>
  import('../pictures/gallery-block.tsx').then(({ GalleryBlock }) => ({ default: GalleryBlock })),
);

type Viewed = (extension: AnyExtension) => AnyExtension;

/** Blocks that are shown as something else than text, by their node's name. */
export const viewedNodes: ReadonlyMap<string, Viewed> = new Map<string, Viewed>([
  ...['embed', 'correction', 'related', 'unknown'].map((name): [string, Viewed] => [
    name,
    (extension) => extension.extend({ addNodeView: () => ReactNodeViewRenderer(AtomView, { as: 'div' }) }),
  ]),
  [
    'image',
    (extension) => extension.extend({ addNodeView: () => ReactNodeViewRenderer(ImageView, { as: 'div' }) }),
  ],
  [
    'gallery',
    (extension) =>
      extension.extend({
        addNodeView: () =>
          ReactNodeViewRenderer(GalleryView, {
            as: 'div',
            // What is dragged, dropped and pressed among its pictures is the gallery's affair; by its name it is dragged as a whole.
            stopEvent: ({ event }) =>
              event.target instanceof Element && event.target.closest('[data-drag-handle]') === null,
          }),
      }),
  ],
  [
    'quotation',
    (extension) =>
      extension.extend({ addNodeView: () => ReactNodeViewRenderer(QuotationView, { as: 'div' }) }),
  ],
]);

/** A block without text: what it is, what is known of it, and a way to take it out. */
function AtomView({ node, deleteNode, selected, editor }: NodeViewProps) {
  const { t } = useWords();
  const names: Record<string, string> = {
    embed: t.blockEmbed,
    correction: t.blockCorrection,
    related: t.blockRelated,
    unknown: t.blockUnknown,
  };
  return (
    <NodeViewWrapper className={selected ? 'atom atom--here' : 'atom'} data-drag-handle="">
      <b>{names[node.type.name]}</b>
      <span>{said(node.type.name, node.attrs)}</span>
      {editor.isEditable && (
        <button type="button" className="quiet" onClick={deleteNode}>
          {t.removeBlock}
        </button>
      )}
    </NodeViewWrapper>
  );
}

/** The words of such a block that a writer knows it by. */
function said(name: string, attrs: Record<string, unknown>): string {
  if (name === 'embed') return String(attrs['title'] ?? attrs['url'] ?? '');
  if (name === 'correction') return String(attrs['text'] ?? '');
  if (name === 'related') return Array.isArray(attrs['stories']) ? attrs['stories'].join('، ') : '';
  return '';
}

/** A picture with its words, to be written in place. */
function ImageView({ node, updateAttributes, deleteNode, selected, editor }: NodeViewProps) {
  const { t, language } = useWords();
  const words = pictureStrings[language];
  const [choosing, setChoosing] = useState<Choosing>();
  const picture = pictureSchema.safeParse(node.attrs['picture']).data ?? {};
  return (
    <NodeViewWrapper className={selected ? 'atom atom--picture atom--here' : 'atom atom--picture'}>
      <b data-drag-handle="">{t.blockImage}</b>
      <StoryPicture
        picture={picture}
        readOnly={!editor.isEditable}
        onChange={(changed) => updateAttributes({ picture: changed })}
        onReplace={() => setChoosing([])}
        onRemove={deleteNode}
      >
        <label className="pick">
          {words.size}{' '}
          <select
            value={node.attrs['size'] === 'inset' ? 'inset' : 'full'}
            onChange={({ target }) => updateAttributes({ size: target.value })}
          >
            <option value="full">{words.sizeFull}</option>
            <option value="inset">{words.sizeInset}</option>
          </select>
        </label>
      </StoryPicture>
      <ChoosePicture
        choosing={choosing}
        onClose={() => setChoosing(undefined)}
        onChoose={({ id }) => updateAttributes({ picture: { media: id } })}
      />
    </NodeViewWrapper>
  );
}

/** Several pictures in a row, to be put in order and described in place. */
function GalleryView({ node, updateAttributes, deleteNode, selected, editor }: NodeViewProps) {
  const { t, language, count } = useWords();
  const pictures = pictureSchema.array().safeParse(node.attrs['pictures']).data ?? [];
  return (
    <NodeViewWrapper className={selected ? 'atom atom--here' : 'atom'}>
      <b data-drag-handle="">{t.blockGallery}</b>
      <span>{count(pictureStrings[language].galleryCount, pictures.length)}</span>
      <Suspense fallback={null}>
        <GalleryBlock
          pictures={pictures}
          readOnly={!editor.isEditable}
          onChange={(changed) => updateAttributes({ pictures: changed })}
          onRemove={deleteNode}
        />
      </Suspense>
    </NodeViewWrapper>
  );
}

/** A quotation with who said it under it, both to be written in place. */
function QuotationView({ node, updateAttributes, editor }: NodeViewProps) {
  const { t } = useWords();
  const { speaker, role } = node.attrs as { speaker: string | null; role: string | null };
  const field = (name: 'speaker' | 'role', label: string, value: string | null) => (
    <input
      type="text"
      dir="auto"
      aria-label={label}
      placeholder={label}
      value={value ?? ''}
      readOnly={!editor.isEditable}
      onChange={({ target }) => updateAttributes({ [name]: target.value === '' ? null : target.value })}
    />
  );
  return (
    <NodeViewWrapper className="quote">
      <NodeViewContent as="div" />
      <div className="quote-by" contentEditable={false}>
        {field('speaker', t.speaker, speaker)}
        {field('role', t.role, role)}
      </div>
    </NodeViewWrapper>
  );
}
