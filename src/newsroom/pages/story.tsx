import { useParams } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { baseDirection } from '../../arabic/bidi.ts';
import type { StoryAnswer } from '../../api/contract/stories.ts';
import { bodyText } from '../../model/plain-text.ts';
import { EditorPanel } from './story-side.tsx';
import { StoryEditor } from '../editor/story-editor.tsx';
import { editorWords, WordsContext as EditorWordsContext } from '../editor/words.ts';
import { isOfPictures, WantingContext } from '../pictures/wanting.ts';
import { useAnswer, useRefresh, useSession } from '../session.tsx';
import { Awaiting } from '../shell/awaiting.tsx';
import { useSending } from '../shell/form.tsx';
import { Status } from '../shell/status.tsx';
import { SuggestionsPanel } from '../suggestions/panel.tsx';
import { Revisions } from './revisions.tsx';
import { StoryChoices } from './story-choices.tsx';

/** Carets of colleagues are told apart by these; each stands out on both papers. */
const colours = ['#9c1733', '#0b6e4f', '#1f4e9c', '#8a5a00', '#6b2f8a', '#00707a'];

/** A story, open for writing: its draft, its workflow and its revisions. One that was killed is only looked at. */
export function StoryPage() {
  const { id } = useParams({ from: '/inside/stories/$id' });
  const number = Number(id);
  const story = useAnswer('story', { params: { id: number } }, { every: 10_000 });
  if (story.data === undefined) return <Awaiting error={story.error} />;
  const { story: record, version, may } = story.data;
  if (record.status !== 'killed') return <OpenStory answer={story.data} />;
  const words = bodyText(record.body);
  return (
    <>
      <div className="top">
        <h1 dir="auto">{record.headline}</h1>
        <Status status={record.status} held={false} />
      </div>
      {record.notice !== undefined && <p>{record.notice}</p>}
      <div className="block killed" dir="auto">
        {words}
      </div>
      <Revisions story={record} version={version} may={may} />
    </>
  );
}

function OpenStory({ answer }: { answer: StoryAnswer }) {
  const { story: record, version, may } = answer;
  const number = record.id;
  const { me, language, settings, clock, ask } = useSession();
  const [opened, setOpened] = useState(0);
  const refresh = useRefresh();
  const draft = useDraftAddress(number, opened);
  const { send, message, errors } = useSending();
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const wanting = isOfPictures(fields);
  useEffect(() => {
    // To the first of them, once it says what it wants.
    if (wanting) document.querySelector<HTMLElement>('.story-picture [aria-invalid="true"]')?.focus();
  }, [fields, wanting]);
  const words = useMemo(() => editorWords(language, settings.digits), [language, settings.digits]);

  if (draft.data === undefined) return <Awaiting error={draft.error} />;
  const { room, generation } = draft.data;
  const published = record.status === 'published';
  const readOnly = !may.includes(published ? 'update-story' : 'save-story');
  const save = () =>
    send(async () => {
      setFields({});
      await ask('saveDraft', { params: { id: number }, body: { expect: version, generation } });
      await refresh();
    }, setFields);
  return (
    <EditorWordsContext value={words}>
      <WantingContext value={wanting}>
        <h1 className="vh" dir={baseDirection(record.headline)}>
          {record.headline}
        </h1>
        {message}
        <StoryEditor
          key={`${room} ${opened}`}
          address={{
            room,
            socket: `${location.origin.replace(/^http/, 'ws')}/newsroom/drafts`,
            user: {
              id: me.user.id,
              name: me.user.name,
              color: colours[Number(me.user.id) % colours.length] ?? '',
            },
          }}
          readOnly={readOnly}
          nonce={document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce}
          signIn={`/newsroom/sign-in?next=${encodeURIComponent(location.pathname)}`}
          clock={clock}
          errors={errors}
          onReopen={() => setOpened(opened + 1)}
          onSave={() => void save()}
          actions={() => null}
          choices={(connection) => <StoryChoices connection={connection} readOnly={readOnly} />}
          suggestions={(connection, editor) => (
            <SuggestionsPanel story={number} connection={connection} editor={editor} />
          )}
          side={(connection, editor) => (
            <EditorPanel
              story={record}
              version={version}
              may={may}
              generation={generation}
              connection={connection}
              editor={editor}
              onSave={save}
              onFields={setFields}
            />
          )}
        />
      </WantingContext>
    </EditorWordsContext>
  );
}

/** The draft's room, asked for anew when the story is opened again. */
function useDraftAddress(id: number, opened: number) {
  const sent = useMemo(() => ({ params: { id }, body: {} }), [id]);
  const answer = useAnswer('openDraft', sent, { key: opened });
  return answer;
}
