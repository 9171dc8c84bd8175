import type { z } from 'zod';
import { assignment, comment, previewLink } from './discussion.ts';
import { liveEntry, story } from './story.ts';
import { user } from './user.ts';
import { entity, front, frontPlan, media, redirect, section, site } from './site.ts';

/** Everything the journal keeps as whole documents. Later kinds are added at the end. */
export const documentSchemas = {
  site,
  section,
  topic: entity,
  person: entity,
  place: entity,
  organisation: entity,
  media,
  story,
  'live-entry': liveEntry,
  front,
  redirect,
  comment,
  assignment,
  user,
  'front-plan': frontPlan,
  preview: previewLink,
} as const;

export type DocumentKind = keyof typeof documentSchemas;
export const documentKinds = Object.keys(documentSchemas) as DocumentKind[];
export type DocumentOf<K extends DocumentKind> = z.infer<(typeof documentSchemas)[K]>;

/** The form that today's code writes; older ones are read through `model/upcast.ts`. */
export const schemaVersion = 1;

/** What was done to a document: stands in the audit trail and decides what a follower does. */
export const actions = [
  'create',
  'save',
  'import',
  'submit',
  'send-back',
  'approve',
  'schedule',
  'unschedule',
  'hold',
  'release',
  'publish',
  'update',
  'correct',
  'unpublish',
  'kill',
  'restore',
  'merge',
  'remove',
  'redact',
] as const;
export type Action = (typeof actions)[number];
