import { useEffect, useId, useState } from 'react';
import type * as Y from 'yjs';
import { valuesName } from '../../editing/schema.ts';
import { byline as bylineSchema, story as storySchema, storyKinds } from '../../model/story.ts';
import { fill } from '../../strings/strings.ts';
import type { DraftConnection } from '../editor/draft-connection.ts';
import { useValue } from '../editor/use-value.ts';
import { useWords as useEditorWords } from '../editor/words.ts';
import { LeadPicture } from '../pictures/lead-picture.tsx';
import { useSession } from '../session.tsx';

const seoSchema = storySchema.shape.seo.unwrap();

/** What is chosen and not written: section, kind, writers. Each is a value of the draft, the same for all who have it open. */
export function StoryChoices({ connection, readOnly }: { connection: DraftConnection; readOnly: boolean }) {
  const { settings, term } = useSession();
  const { t } = useEditorWords();
  const values = connection.doc.getMap(valuesName);
  return (
    <>
      <Choice
        values={values}
        name="section"
        label={t.section}
        readOnly={readOnly}
        options={settings.sections.map(({ id, name }) => [id, name])}
      />
      <Choice
        values={values}
        name="kind"
        label={t.kind}
        readOnly={readOnly}
        options={storyKinds.map((kind) => [kind, term(`story-${kind}`)])}
      />
      <Writers values={values} label={t.byline} readOnly={readOnly} />
      <LeadPicture values={values} readOnly={readOnly} />
      <SearchWords values={values} readOnly={readOnly} />
    </>
  );
}

function Choice({
  values,
  name,
  label,
  options,
  readOnly,
}: {
  values: Y.Map<unknown>;
  name: string;
  label: string;
  options: readonly (readonly [string, string])[];
  readOnly: boolean;
}) {
  const id = useId();
  const value = useValue(values, name);
  return (
    <div className="field">
      <div className="lab">
        <label htmlFor={id}>{label}</label>
      </div>
      <div>
        <select
          id={id}
          value={typeof value === 'string' ? value : ''}
          disabled={readOnly}
          onChange={({ target }) => values.set(name, target.value)}
        >
          {options.map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

/** Names of the writers, with a comma between; what else is known of one who stays (their page, their role) stays. */
function Writers({ values, label, readOnly }: { values: Y.Map<unknown>; label: string; readOnly: boolean }) {
  const id = useId();
  const value = bylineSchema.safeParse(useValue(values, 'byline')).data ?? { people: [] };
  const names = value.people.map(({ name }) => name).join('، ');
  const [typed, setTyped] = useState(names);
  useEffect(() => setTyped(names), [names]);
  const commit = () => {
    const people = typed
      .split(/[،,]/)
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => value.people.find((one) => one.name === name) ?? { name });
    if (people.map(({ name }) => name).join('، ') !== names) values.set('byline', { ...value, people });
  };
  return (
    <div className="field">
      <div className="lab">
        <label htmlFor={id}>{label}</label>
      </div>
      <div>
        <input
          id={id}
          className="in-line"
          dir="auto"
          value={typed}
          readOnly={readOnly}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={commit}
        />
      </div>
    </div>
  );
}

/** Where search engines cut, by their own documentation and what they show; nothing is cut here. */
const advised = { title: 60, description: 155 };

/** What search engines show where it is to differ from headline and standfirst. */
function SearchWords({ values, readOnly }: { values: Y.Map<unknown>; readOnly: boolean }) {
  const { t, count, figure } = useEditorWords();
  const id = useId();
  const seo = seoSchema.safeParse(useValue(values, 'seo')).data ?? {};
  const field = (name: keyof typeof advised, label: string, most: number) => {
    const value = seo[name] ?? '';
    const letters = [...value].length;
    return (
      <div className="field">
        <div className="lab">
          <label htmlFor={`${id}-${name}`}>{label}</label>
          <span className={letters > advised[name] ? 'late' : undefined}>
            {fill(t.lettersOf, { count: count(t.letters, letters), most: figure(advised[name]) })}
          </span>
        </div>
        <div>
          <input
            id={`${id}-${name}`}
            className="in-line"
            dir="auto"
            maxLength={most}
            value={value}
            readOnly={readOnly}
            onChange={({ target }) => {
              const { [name]: _, ...rest } = seo;
              const next = target.value === '' ? rest : { ...rest, [name]: target.value };
              if (Object.keys(next).length === 0) values.delete('seo');
              else values.set('seo', next);
            }}
          />
        </div>
      </div>
    );
  };
  return (
    <>
      {field('title', t.seoTitle, 300)}
      {field('description', t.seoDescription, 500)}
    </>
  );
}
