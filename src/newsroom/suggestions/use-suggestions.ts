import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import type { SuggestionsAnswer } from '../../api/contract/suggestions.ts';
import { valuesName } from '../../editing/schema.ts';
import type { DraftConnection } from '../editor/draft-connection.ts';
import { useWords } from '../session.tsx';
import { linesOf } from './in-text.ts';
import { linkFields, type Links } from './suggestion.ts';

/** Asked when the fingers rest: longer than the proofreader waits, for it goes over the line. */
const restMs = 1500;

export const linksOf = ({ doc }: DraftConnection): Links => {
  const values = doc.getMap(valuesName);
  const ids = (name: string) => {
    const value = values.get(name);
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  };
  return {
    topic: ids(linkFields.topic),
    person: ids(linkFields.person),
    place: ids(linkFields.place),
    organisation: ids(linkFields.organisation),
  };
};

/** What the server sees in the text as it was when last asked; a question that fails is put again with the next change. */
export function useSuggestions(
  story: number,
  connection: DraftConnection,
  editor: Editor,
): { answer: SuggestionsAnswer | undefined; links: Links } {
  const { ask } = useWords();
  const [answer, setAnswer] = useState<SuggestionsAnswer>();
  const [links, setLinks] = useState(() => linksOf(connection));
  useEffect(() => {
    const { doc } = connection;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = '';
    let ended = false;
    const look = async () => {
      if (editor.isDestroyed) return;
      const linked = linksOf(connection);
      const body = {
        headline: doc.getText('headline').toString().slice(0, 400),
        standfirst: doc.getText('standfirst').toString().slice(0, 2000),
        text: linesOf(editor).slice(0, 400_000),
        linked: Object.fromEntries(Object.entries(linked).map(([kind, ids]) => [kind, [...ids]])) as never,
      };
      const question = JSON.stringify(body);
      if (question === asked) return;
      asked = question;
      const found = await ask('suggestions', { params: { id: story }, body }).catch(() => undefined);
      if (ended) return;
      if (found === undefined) asked = '';
      else setAnswer(found);
    };
    const plan = () => {
      setLinks(linksOf(connection));
      clearTimeout(timer);
      timer = setTimeout(() => void look(), restMs);
    };
    void look();
    doc.on('update', plan);
    return () => {
      ended = true;
      clearTimeout(timer);
      doc.off('update', plan);
    };
  }, [story, connection, editor, ask]);
  return { answer, links };
}
