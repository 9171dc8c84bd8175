/** A dependency key as one word of ASCII: ids of records may hold anything, also spaces, commas, line ends and Arabic. */
export function surrogateKey(key: string): string {
  return /^[\w:.-]+$/.test(key) ? key : encodeURIComponent(key.toWellFormed()).replaceAll('%3A', ':');
}
