import { useState } from 'react';
import type { SiteAnswer } from '../../api/contract/arranging.ts';
import { fill } from '../../strings/strings.ts';
import { useRefresh } from '../session.tsx';
import { Field, useSending } from '../shell/form.tsx';
import { useKeptForm } from '../shell/kept-form.ts';
import { Unsaved } from '../shell/unsaved.tsx';
import { FormFoot, SavedNotice } from './form-foot.tsx';
import { Sortable } from './sortable.tsx';
import { useArrangingWords } from './words.ts';

interface Line {
  /** Stays while it is typed, unlike its address. */
  key: string;
  id: string;
  name: string;
  description: string;
  /** 0 for one that is not saved yet. */
  expect: number;
  /** Goes when the form is saved. */
  goes?: true;
}

const linesOf = (sections: SiteAnswer['sections']): Line[] =>
  sections.map(({ section, version }) => ({
    key: section.id,
    id: section.id,
    name: section.name,
    description: section.description ?? '',
    expect: version,
  }));

const staying = (lines: readonly Line[]) => lines.filter(({ goes }) => goes !== true);
const going = (lines: readonly Line[]) => lines.filter(({ goes }) => goes === true);

/** The sections: added, renamed, put in order, removed; saved together. */
export function SectionsForm({ sections }: { sections: SiteAnswer['sections'] }) {
  const { t, ask } = useArrangingWords();
  const refresh = useRefresh();
  const { send, busy, errors, message } = useSending();
  const [saved, setSaved] = useState<{ before: Line[] } | 'undone'>();
  const versions = sections.map(({ section, version }) => `${section.id} ${version}`).join();
  const { form: lines, setForm: setLines, settle, dirty } = useKeptForm(versions, linesOf(sections));

  const put = (changed: Line[]) => {
    setSaved(undefined);
    setLines(changed);
  };
  const change = (at: number, fields: Partial<Line>) =>
    put(lines.map((one, i) => (i === at ? { ...one, ...fields } : one)));
  const write = (wanted: readonly Line[]) =>
    send(async () => {
      await ask('arrangeSections', {
        body: {
          sections: staying(wanted).map(({ id, name, description, expect }) => ({
            id: id.trim(),
            name,
            ...(description.trim() !== '' && { description }),
            expect,
          })),
          ...(going(wanted).length > 0 && {
            remove: going(wanted).map(({ id, expect }) => ({ id, expect })),
          }),
        },
      });
      settle();
      await refresh();
    });
  const save = async () => {
    const before = linesOf(sections);
    if (await write(lines)) setSaved({ before });
  };
  /** As it was; a section that is new meanwhile stays, at the end, since addresses are for ever. */
  const undo = async (before: readonly Line[]) => {
    const now = new Map(sections.map(({ section, version }) => [section.id, version]));
    const added = linesOf(sections).filter(({ id }) => !before.some((one) => one.id === id));
    const back = before.map((line) => ({ ...line, expect: now.get(line.id) ?? 0 }));
    if (await write([...back, ...added])) setSaved('undone');
  };
  return (
    <form
      className="settings"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Unsaved dirty={dirty} />
      <fieldset>
        <legend>{t.sections}</legend>
        <p className="meta">{t.sectionsHint}</p>
        <Sortable
          items={lines}
          label={t.sections}
          keyOf={({ key }) => key}
          nameOf={({ name }) => (name === '' ? t.sectionNew : name)}
          onChange={put}
        >
          {(line, at) =>
            line.goes === true ? (
              <Going
                name={line.name}
                error={errors[`remove.${going(lines).indexOf(line)}.id`]}
                onKeep={() => {
                  const { goes: _, ...kept } = line;
                  put(lines.with(at, kept));
                }}
              />
            ) : (
              row(line, at, staying(lines).indexOf(line))
            )
          }
        </Sortable>
        <div>
          <button
            type="button"
            className="btn"
            onClick={() =>
              put([...lines, { key: `new-${Date.now()}`, id: '', name: '', description: '', expect: 0 }])
            }
          >
            {t.sectionAdd}
          </button>
        </div>
      </fieldset>
      <FormFoot save={t.save} busy={busy} message={message}>
        <SavedNotice
          saved={saved}
          words={{ saved: t.sectionsSaved, undone: t.sectionsUndone, undo: t.undo }}
          onUndo={(before) => void undo(before)}
        />
      </FormFoot>
    </form>
  );

  /** @param i where it stands among those that stay, as the server names it. */
  function row(line: Line, at: number, i: number) {
    return (
      <div className="line">
        <Field
          label={t.sectionName}
          dir="auto"
          required
          maxLength={100}
          value={line.name}
          error={errors[`sections.${i}.name`]}
          onChange={({ target }) => change(at, { name: target.value })}
        />
        <Field
          label={t.sectionDescription}
          dir="auto"
          maxLength={500}
          value={line.description}
          error={errors[`sections.${i}.description`]}
          onChange={({ target }) => change(at, { description: target.value })}
        />
        {line.expect === 0 && (
          <Field
            label={t.sectionId}
            hint={t.sectionIdHint}
            dir="ltr"
            required
            value={line.id}
            error={errors[`sections.${i}.id`]}
            onChange={({ target }) => change(at, { id: target.value.toLowerCase() })}
          />
        )}
        <button
          type="button"
          className="quiet"
          {...(line.expect !== 0 && { 'aria-label': fill(t.sectionRemove, { name: line.name }) })}
          onClick={() =>
            line.expect === 0 ? put(lines.filter((one) => one !== line)) : change(at, { goes: true })
          }
        >
          {t.remove}
        </button>
      </div>
    );
  }
}

/** The row of a section that is to go; what is in the way stands at it. */
function Going({ name, error, onKeep }: { name: string; error: string | undefined; onKeep(): void }) {
  const { t } = useArrangingWords();
  return (
    <div className="going" role="group" aria-label={name}>
      <p>{fill(t.sectionGoes, { name })}</p>
      <button type="button" className="quiet" autoFocus onClick={onKeep}>
        {t.sectionKeep}
      </button>
      {error !== undefined && (
        <p className="wrong" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
