/** A room is a generation of a story's draft in one shape: `story/7/g3/s1`. */
export interface RoomName {
  story: number;
  generation: number;
  schema: number;
}

export const roomName = ({ story, generation, schema }: RoomName) =>
  `story/${story}/g${generation}/s${schema}`;

/** Undefined for what is no name of ours. */
export function parseRoomName(name: string): RoomName | undefined {
  const found = /^story\/([1-9]\d{0,14})\/g([1-9]\d{0,8})\/s([1-9]\d{0,3})$/.exec(name);
  if (found === null) return undefined;
  const [, story, generation, schema] = found.map(Number);
  return { story: story ?? 0, generation: generation ?? 0, schema: schema ?? 0 };
}
