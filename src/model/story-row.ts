import type { StoryKind } from './story.ts';
import type { StoryStatus } from './story-status.ts';

/** A row of the newsroom's lists. Times in ms since the epoch. */
export interface StoryRow {
  id: number;
  headline: string;
  status: StoryStatus;
  section: string;
  kind: StoryKind;
  language: string;
  urgency: number;
  legalHold: boolean;
  publishAt?: number;
  publishedAt?: number;
  changedAt: number;
  /** `user:ID`, or a program's name. */
  changedBy: string;
  version: number;
}
