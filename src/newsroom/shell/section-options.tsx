import { useSession } from '../session.tsx';

/** The site's sections as choices of a list, in their order. */
export function SectionOptions() {
  const { settings } = useSession();
  return settings.sections.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}
