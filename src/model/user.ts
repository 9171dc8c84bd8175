import { z } from 'zod';

/** From the least to the most; the interface calls them كاتب متعاون، محرر، رئيس قسم، محرر صور، مدير تحرير، مدير النظام. */
export const roles = [
  'contributor',
  'reporter',
  'section-editor',
  'photo-editor',
  'managing-editor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/**
 * Somebody who works in the newsroom. How they prove who they are (passwords, passkeys, sessions) is kept apart from it by the
 * sign-in library; what they may do is here, in the record, so that it is in the audit trail like everything else.
 */
export const user = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(200),
  /** In lower case. One account for each. */
  email: z.email().max(320),
  role: z.enum(roles),
  /** Ids of sections that a section editor has; of no meaning for other roles. */
  sections: z.array(z.string().max(64)).max(100),
  /** May do nothing and is signed out, until it is taken away. */
  suspended: z.literal(true).optional(),
  /** The person document of their author's page. */
  person: z.string().max(64).optional(),
  /** Of the newsroom's interface. */
  language: z.enum(['ar', 'en']),
});
export type User = z.infer<typeof user>;
