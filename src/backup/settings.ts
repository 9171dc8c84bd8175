import type { Retention } from './keepers.ts';

export interface BackupSettings {
  /** A folder or `s3://bucket/prefix`. */
  readonly to: string;
  readonly everyHours: number;
  readonly keep: Retention;
}
