import type { Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { bodyName, editingExtensions, ignoredName } from '../../editing/schema.ts';
import { bodyKeys } from './body-keys.ts';
import type { DraftConnection } from './draft-connection.ts';
import { findInBody } from './find.ts';
import { isolates } from './isolates.ts';
import { viewedNodes } from './node-views.tsx';
import { pictureBlocks } from './picture-blocks.ts';
import { proofMarks } from './proof-marks.ts';
import { slashMenu } from './slash-menu.ts';
import { arabicTyping } from './typing.ts';

/** Everything that the body's editor is made of, over the nodes that server and editor share. */
export function bodyExtensions(connection: DraftConnection): Extensions {
  const nodes = editingExtensions.map(
    (extension) => viewedNodes.get(extension.name)?.(extension) ?? extension,
  );
  return [
    ...nodes,
    Collaboration.configure({ document: connection.doc, field: bodyName }),
    CollaborationCaret.configure({ provider: connection.provider }),
    arabicTyping,
    isolates,
    findInBody,
    pictureBlocks,
    proofMarks.configure({ ignored: connection.doc.getMap<true>(ignoredName) }),
    slashMenu,
    bodyKeys,
  ];
}
