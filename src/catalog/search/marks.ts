/** Terms of the index that are no words: «§» stands in no stem, so that no query can mean them by accident. */

/** Stories of a section. */
export const sectionMark = (id: string) => `§${id}`;

/** Stories that name a record: a topic, person, place or organisation. */
export const recordMark = (kind: string, id: string) => `§${kind}:${id}`;
