import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { baseDirection, isolate } from '../../arabic/bidi.ts';

const key = new PluginKey<DecorationSet>('isolates');

/**
 * Shows what stands between Arabic words in another direction (Latin names, numbers with units, addresses) as readers will see
 * it: isolated; and each paragraph in the direction of its own text. Only the showing: nothing is written into the text.
 */
export const isolates = Extension.create({
  name: 'isolates',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, { doc }) => DecorationSet.create(doc, isolatesIn(doc, 0, doc.content.size)),
          apply(transaction, before) {
            if (!transaction.docChanged) return before;
            // Only the blocks that changed are looked at again: a long story is typed in as fast as a short one.
            let set = before.map(transaction.mapping, transaction.doc);
            for (const { from, to } of changedBlocks(transaction.doc, transaction.mapping.maps)) {
              set = set.remove(set.find(from, to));
              set = set.add(transaction.doc, isolatesIn(transaction.doc, from, to));
            }
            return set;
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});

/** The text blocks touched by a transaction, as they are after it. */
function changedBlocks(
  doc: Node,
  maps: readonly { forEach(each: (a: number, b: number, from: number, to: number) => void): void }[],
): { from: number; to: number }[] {
  let least = Number.POSITIVE_INFINITY;
  let most = -1;
  for (const map of maps)
    map.forEach((_a, _b, from, to) => {
      least = Math.min(least, from);
      most = Math.max(most, to);
    });
  if (most < 0) return [];
  const blocks: { from: number; to: number }[] = [];
  const [from, to] = [Math.max(0, Math.min(least, doc.content.size)), Math.min(most, doc.content.size)];
  doc.nodesBetween(from, Math.max(from, to), (node, at) => {
    if (!node.isTextblock) return true;
    blocks.push({ from: at, to: at + node.nodeSize });
    return false;
  });
  return blocks;
}

function isolatesIn(doc: Node, from: number, to: number): Decoration[] {
  const found: Decoration[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isTextblock) return true;
    // A leaf counts as one place, as it does in the document.
    const text = node.textBetween(0, node.content.size, undefined, '\n');
    found.push(Decoration.node(at, at + node.nodeSize, { dir: baseDirection(text) }));
    let place = at + 1;
    for (const { text: piece, dir, lang } of isolate(text)) {
      if (dir !== undefined)
        found.push(
          Decoration.inline(place, place + piece.length, {
            nodeName: 'bdi',
            dir,
            ...(lang === undefined ? {} : { lang }),
          }),
        );
      place += piece.length;
    }
    return false;
  });
  return found;
}
