import type { Config } from '../config.ts';
import type { TrafficReport } from './traffic.ts';
import type { ReadSignal } from './beacon.ts';

/** What the primary tells its reader processes. */
export type ToReader =
  | { type: 'begin'; config: Config; baseUrl: string; readSecret: string; fd?: number | undefined }
  /** Pages to drop; `everything` when another catalog was swapped in. */
  | { type: 'drop'; keys: string[]; everything: boolean }
  | { type: 'stop' };

/** What a reader process tells the primary. */
export type ToPrimary =
  | { type: 'ready' }
  | { type: 'listening'; port: number }
  | { type: 'failed'; code: string }
  | { type: 'damaged' }
  | { type: 'traffic'; report: TrafficReport }
  | { type: 'reads'; reads: ReadSignal[] };
