import { useId, useState } from 'react';
import type { Arrangement } from '../../model/site.ts';
import { useAnswer } from '../session.tsx';
import { NameOffers } from '../shell/name-offers.tsx';
import { SectionOptions } from '../shell/section-options.tsx';
import { useFrontWords } from './front-words.ts';

type Fill = Arrangement['packages'][number]['fill'];

/** No section is called so: its addresses begin with a letter. */
const byTopic = '+topic';

/** What fills a package up: nothing, a section, or a topic that is found by its name. */
export function FillFields({
  fill,
  topics,
  onChange,
}: {
  fill: Fill;
  topics: Readonly<Record<string, string>>;
  onChange(fill: Fill): void;
}) {
  const { t } = useFrontWords();
  // Chosen that it is a topic, not yet which.
  const [looking, setLooking] = useState(false);
  const [known, setKnown] = useState<Record<string, string>>({});
  const most = fill?.most ?? 5;
  const topic = fill !== undefined && 'topic' in fill ? fill.topic : undefined;
  const section = fill !== undefined && 'section' in fill ? fill.section : '';
  return (
    <>
      <label className="entry short">
        <span>{t.fill}</span>
        <select
          value={looking || topic !== undefined ? byTopic : section}
          onChange={({ target: { value } }) => {
            setLooking(value === byTopic);
            onChange(value === '' || value === byTopic ? undefined : { section: value, most });
          }}
        >
          <option value="">{t.fillNone}</option>
          <option value={byTopic}>{t.fillTopic}</option>
          <SectionOptions />
        </select>
      </label>
      {topic !== undefined && !looking && (
        <div className="entry">
          <span>{t.topic}</span>
          <p className="chosen">
            {known[topic] ?? topics[topic] ?? topic}{' '}
            <button type="button" className="quiet" onClick={() => setLooking(true)}>
              {t.topicOther}
            </button>
          </p>
        </div>
      )}
      {looking && (
        <TopicSearch
          onChoose={({ id, name }) => {
            setKnown({ ...known, [id]: name });
            setLooking(false);
            onChange({ topic: id, most });
          }}
        />
      )}
    </>
  );
}

/** Topics by their names, the most written about while nothing is typed. Enter takes the first. */
function TopicSearch({ onChoose }: { onChoose(topic: { id: string; name: string }): void }) {
  const { t } = useFrontWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  const found = useAnswer('records', {
    query: { kind: 'topic', limit: 8, ...(words !== '' && { words }) },
  });
  const offered = found.data?.records.map(({ record }) => record) ?? [];
  return (
    <div className="entry">
      <label htmlFor={id}>{t.topic}</label>
      <NameOffers
        id={id}
        typed={typed}
        offered={offered}
        hint={found.isSuccess && offered.length === 0 ? t.topicNone : t.topicHint}
        autoFocus
        onType={setTyped}
        onTake={onChoose}
      />
    </div>
  );
}
