import { route } from '../route.ts';

/** What readers read. */
export const boardRoutes = [
  route('board', {
    who: 'read-readership',
    command: async ({ desk, catalog, now }, { query }) =>
      desk().board(query.span, now(), catalog().site().timeZone),
  }),
];
