import type { Editor } from '@tiptap/core';
import type { Verb } from '../../commands/policy.ts';
import type { Story } from '../../model/story.ts';
import type { DraftConnection } from '../editor/draft-connection.ts';

/** What the parts beside a story's text work with. */
export interface SideProps {
  story: Story;
  version: number;
  may: readonly Verb[];
  generation: number;
  connection: DraftConnection;
  /** The body's editor, once it is there. */
  editor: Editor | undefined;
  /** A revision of what the draft says now. */
  onSave(): Promise<boolean>;
  /** What a refusal says of fields that stand in the text, by their paths; nothing when it is tried anew. */
  onFields(fields: Readonly<Record<string, string>>): void;
}
