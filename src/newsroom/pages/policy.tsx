import { useAnswer, useSession } from '../session.tsx';

/** The table that decides every act, as the server has it. */
export function Policy() {
  const { t, term } = useSession();
  const table = useAnswer('policy', {});
  return (
    <>
      <h1>{t.policyTitle}</h1>
      <p className="meta">{t.policyIntro}</p>
      <div className="wide-table" tabIndex={0} role="region" aria-label={t.policyTitle}>
        <table className="list plain">
          <thead>
            <tr>
              <th scope="col">{t.verb}</th>
              {table.data?.roles.map((role) => (
                <th key={role} scope="col">
                  {term(`role-${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.data?.rows.map(({ verb, may }) => (
              <tr key={verb}>
                <th scope="row">{term(`verb-${verb}`)}</th>
                {table.data.roles.map((role) => (
                  <td key={role}>{may[role] === undefined ? '–' : term(`reach-${may[role]}`)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
