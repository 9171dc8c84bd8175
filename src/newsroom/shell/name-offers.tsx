import './name-offers.css';

interface Named {
  id: string;
  name: string;
}

/** A field for a name that is looked for, with what is found under it. Enter takes the first of it. */
export function NameOffers<N extends Named>({
  id,
  typed,
  offered,
  hint,
  autoFocus = false,
  onType,
  onTake,
}: {
  /** Of the field, for its label. */
  id: string;
  typed: string;
  offered: readonly N[];
  /** How it is done, or that there is none of this name. */
  hint: string;
  autoFocus?: boolean;
  onType(typed: string): void;
  onTake(named: N): void;
}) {
  return (
    <>
      <input
        id={id}
        dir="auto"
        autoComplete="off"
        autoFocus={autoFocus}
        aria-describedby={`${id}-hint`}
        value={typed}
        onChange={({ target }) => onType(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (offered[0] !== undefined) onTake(offered[0]);
        }}
      />
      {offered.length > 0 && (
        <ul className="offers">
          {offered.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => onTake(one)}>
                {one.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p id={`${id}-hint`} className="meta" role="status">
        {hint}
      </p>
    </>
  );
}
