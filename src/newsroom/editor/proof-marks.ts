import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type * as Y from 'yjs';
import type { Finding, ProofOptions } from '../../arabic/proof/finding.ts';

/** A finding of the proofreader with its place in the document. */
export interface Note {
  finding: Finding;
  from: number;
  to: number;
  /** The words it is about. */
  words: string;
  /** Number of the block, from 1, counting those with text. */
  block: number;
}

interface ProofState {
  /** All that was found. */
  all: Note[];
  /** Those of them that nobody has chosen to leave. */
  notes: Note[];
  /** Index of the note at hand, -1 for none. */
  current: number;
  /** Rule and words of what was left, by anybody who writes in this story. */
  ignored: ReadonlySet<string>;
  decorations: DecorationSet;
}

type Told = { notes: Note[] } | { current: number } | { ignored: ReadonlySet<string>; here?: true };

/** What was left, as the draft carries it (see `ignoredName`). */
type IgnoredMap = Y.Map<true>;

const key = new PluginKey<ProofState>('proof');

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    proof: {
      nextNote(): ReturnType;
      /** Puts the first suggestion (or the given) in the place of the note at hand. */
      acceptNote(suggestion?: string): ReturnType;
      /** Leaves it as it is, here and wherever the same words stand. */
      ignoreNote(): ReturnType;
      goToNote(index: number): ReturnType;
      /** Brings back what was left. */
      showIgnoredNotes(): ReturnType;
    };
  }
}

const retryMs = 10_000;
const loadProof = async () => (await import('../../arabic/proof/proof.ts')).proof;

/** Waits until the fingers rest: marks that come and go while a word is being written disturb. */
const restMs = 500;

/** The proofreader's marks in the text; it suggests and explains, and changes nothing by itself. */
export const proofMarks = Extension.create<{ options: ProofOptions; ignored: IgnoredMap | undefined }>({
  name: 'proofMarks',
  addOptions: () => ({ options: {}, ignored: undefined }),
  addCommands() {
    const { ignored } = this.options;
    return {
      nextNote:
        () =>
        ({ state, commands }) => {
          const { notes, current } = proofState(state);
          return notes.length > 0 && commands.goToNote((current + 1) % notes.length);
        },
      goToNote:
        (index) =>
        ({ state, tr, dispatch }) => {
          const note = proofState(state).notes[index];
          if (note === undefined) return false;
          tr.setSelection(TextSelection.create(tr.doc, note.from, note.to)).scrollIntoView();
          dispatch?.(tr.setMeta(key, { current: index } satisfies Told));
          return true;
        },
      acceptNote:
        (suggestion) =>
        ({ state, tr, dispatch }) => {
          const { notes, current } = proofState(state);
          const note = notes[current];
          const by = suggestion ?? note?.finding.suggestions[0];
          if (note === undefined || by === undefined) return false;
          if (by === '') tr.delete(note.from, note.to);
          else tr.insertText(by, note.from, note.to);
          dispatch?.(tr);
          return true;
        },
      ignoreNote:
        () =>
        ({ state, tr, dispatch }) => {
          const { notes, current } = proofState(state);
          const note = notes[current];
          if (note === undefined) return false;
          const one = identity(note);
          const left = new Set([...(key.getState(state)?.ignored ?? []), one]);
          dispatch?.(tr.setMeta(key, { ignored: left, here: true } satisfies Told));
          // Behind this step: whoever hears of it takes one of their own.
          if (dispatch !== undefined) queueMicrotask(() => ignored?.set(one, true));
          return true;
        },
      showIgnoredNotes:
        () =>
        ({ state, tr, dispatch }) => {
          const hidden = hiddenKeys(state);
          const left = new Set(
            [...(key.getState(state)?.ignored ?? [])].filter((one) => !hidden.includes(one)),
          );
          dispatch?.(tr.setMeta(key, { ignored: left } satisfies Told));
          if (dispatch !== undefined)
            queueMicrotask(() =>
              ignored?.doc?.transact(() => {
                for (const one of hidden) ignored.delete(one);
              }),
            );
          return true;
        },
    };
  },
  addKeyboardShortcuts() {
    return {
      F7: () => this.editor.commands.nextNote(),
      F8: () => this.editor.commands.acceptNote() && this.editor.commands.nextNote(),
      F9: () => this.editor.commands.ignoreNote() && this.editor.commands.nextNote(),
    };
  },
  addProseMirrorPlugins() {
    const { options, ignored } = this.options;
    return [
      new Plugin<ProofState>({
        key,
        state: {
          init: () => ({
            all: [],
            notes: [],
            current: -1,
            ignored: keysIn(ignored),
            decorations: DecorationSet.empty,
          }),
          apply(transaction, before, _old, { doc }) {
            const told = transaction.getMeta(key) as Told | undefined;
            if (told === undefined && !transaction.docChanged) return before;
            let { all, current, ignored } = before;
            if (transaction.docChanged) all = moved(all, transaction.mapping, doc);
            if (told !== undefined && 'notes' in told) all = told.notes;
            if (told !== undefined && 'ignored' in told) ignored = told.ignored;
            const notes = all.filter((note) => !ignored.has(identity(note)));
            if (told !== undefined && 'current' in told) current = told.current;
            // After one was taken away, the next is at hand: F7 goes on where it stood.
            current = Math.min(
              told !== undefined && 'here' in told ? current - 1 : current,
              notes.length - 1,
            );
            return { all, notes, current, ignored, decorations: decorated(doc, notes, current) };
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
        view: (view) => proofWhileResting(view, options, ignored),
      }),
    ];
  },
});

export function proofState(state: EditorState): Pick<ProofState, 'notes' | 'current'> & { hidden: number } {
  const { notes, current, all } = key.getState(state) ?? { notes: [], current: -1, all: [] };
  return { notes, current, hidden: all.length - notes.length };
}

const keysIn = (ignored: IgnoredMap | undefined): ReadonlySet<string> => new Set(ignored?.keys());

function hiddenKeys(state: EditorState): string[] {
  const { all, ignored } = key.getState(state) ?? { all: [], ignored: new Set() };
  return [...new Set(all.map(identity))].filter((one) => ignored.has(one));
}

const identity = ({ finding, words }: Note) => `proof ${finding.rule} ${words}`;

/** Notes whose words are still there, where they are now. */
function moved(
  notes: readonly Note[],
  mapping: { map(at: number, side?: number): number },
  doc: Node,
): Note[] {
  return notes.flatMap((note) => {
    const [from, to] = [mapping.map(note.from, 1), mapping.map(note.to, -1)];
    const there = to > from && doc.textBetween(from, to, undefined, '\n') === note.words;
    return there ? [{ ...note, from, to }] : [];
  });
}

function decorated(doc: Node, notes: readonly Note[], current: number): DecorationSet {
  return DecorationSet.create(
    doc,
    notes.map(({ from, to, finding }, i) =>
      Decoration.inline(from, to, {
        class: `${finding.certain ? 'mk' : 'mk2'}${i === current ? ' sel' : ''}`,
      }),
    ),
  );
}

/** Reads the blocks whose text is new, some time after the last change; the proofreader is loaded with the first. */
function proofWhileResting(view: EditorView, options: ProofOptions, ignored: IgnoredMap | undefined) {
  const read = new Map<string, readonly Finding[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    // Fetched with the first look; without a line it is tried again when the line is back, and nothing is marked meanwhile.
    const proof = await loadProof().catch(() => undefined);
    if (view.isDestroyed) return;
    if (proof === undefined) {
      timer = setTimeout(() => void look(), retryMs);
      return;
    }
    const { doc, tr } = view.state;
    const notes: Note[] = [];
    const seen = new Set<string>();
    let block = 0;
    doc.descendants((node, at) => {
      if (!node.isTextblock) return true;
      const text = node.textBetween(0, node.content.size, undefined, '\n');
      if (text.trim() === '') return false;
      block++;
      seen.add(text);
      const findings = read.get(text) ?? proof(text, options);
      read.set(text, findings);
      for (const finding of findings) {
        const words = text.slice(finding.start, finding.end);
        notes.push({ finding, from: at + 1 + finding.start, to: at + 1 + finding.end, words, block });
      }
      return false;
    });
    for (const text of read.keys()) if (!seen.has(text)) read.delete(text);
    view.dispatch(tr.setMeta(key, { notes } satisfies Told).setMeta('addToHistory', false));
  };
  const plan = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), restMs);
  };
  // At once, so that it is there when the line breaks.
  void loadProof().catch(() => {});
  plan();
  const onIgnored = () => {
    if (view.isDestroyed) return;
    const told: Told = { ignored: keysIn(ignored) };
    view.dispatch(view.state.tr.setMeta(key, told).setMeta('addToHistory', false));
  };
  ignored?.observe(onIgnored);
  return {
    update(_view: EditorView, before: EditorState) {
      if (!before.doc.eq(view.state.doc)) plan();
    },
    destroy() {
      clearTimeout(timer);
      ignored?.unobserve(onIgnored);
    },
  };
}
