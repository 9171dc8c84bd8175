import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { fill } from '../../strings/strings.ts';
import { NameOffers } from '../shell/name-offers.tsx';
import { usePictureWords } from './words.ts';

/** Who is seen: those chosen, and a field that finds others by their names. Enter takes the first that is found. */
export function PeopleField({
  chosen,
  names,
  readOnly,
  onChange,
}: {
  chosen: readonly string[];
  /** Names by id, as far as the server gave them. */
  names: Readonly<Record<string, string>>;
  readOnly: boolean;
  onChange(people: string[]): void;
}) {
  const { t, ask } = usePictureWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<Record<string, string>>({});
  const words = typed.trim();
  const found = useQuery({
    queryKey: ['peopleNamed', words],
    queryFn: () => ask('peopleNamed', { query: { words } }),
    enabled: words !== '',
    placeholderData: (before) => before,
  });
  const offered = words === '' ? [] : (found.data?.people ?? []).filter((one) => !chosen.includes(one.id));
  const nameOf = (person: string) => known[person] ?? names[person] ?? person;
  const take = (person: { id: string; name: string }) => {
    setKnown({ ...known, [person.id]: person.name });
    onChange([...chosen, person.id]);
    setTyped('');
  };
  return (
    <div className="entry">
      <label htmlFor={id}>{t.people}</label>
      {chosen.length > 0 && (
        <ul className="chips">
          {chosen.map((person) => (
            <li key={person}>
              {nameOf(person)}
              {!readOnly && (
                <button
                  type="button"
                  className="quiet"
                  aria-label={fill(t.removePerson, { name: nameOf(person) })}
                  onClick={() => onChange(chosen.filter((one) => one !== person))}
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <NameOffers
          id={id}
          typed={typed}
          offered={offered}
          hint={words !== '' && found.isSuccess && offered.length === 0 ? t.nobodyFound : t.peopleHint}
          onType={setTyped}
          onTake={take}
        />
      )}
    </div>
  );
}
