/** The one-time token behind the `#`, which no server is sent; taken out of the address, so that no history keeps it. */
let kept: string | undefined;
export function linkToken(): string {
  const token = location.hash.slice(1);
  if (token !== '') {
    kept = token;
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return kept ?? '';
}
