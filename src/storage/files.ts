/**
 * Where whole files are kept by a path of ours (`originals/ab/….jpg`): a folder (`disk.ts`) or a bucket (`s3.ts`). Both are held to
 * `files-contract.ts`.
 */
export interface FileStore {
  /** For messages; without secrets. */
  readonly place: string;
  /** @returns undefined when there is none. @throws MidadError `storage-unreachable`, `storage-denied`. */
  read(path: string): Promise<Buffer | undefined>;
  /** As `read`, for what may be too large for memory. `size` in bytes. */
  open(path: string): Promise<OpenedFile | undefined>;
  /** Whole or not at all: nobody ever reads half a file. @throws MidadError also `disk-full`. */
  write(path: string, bytes: Buffer | AsyncIterable<Uint8Array>, options?: { type?: string }): Promise<void>;
  /** As `write`, of a file on this machine, which is gone afterwards. */
  take(local: string, path: string, options?: { type?: string }): Promise<void>;
  has(path: string): Promise<boolean>;
  /** Files whose path begins so, in no certain order. */
  list(prefix: string): AsyncIterable<ListedFile>;
  /** No fault if there is none. */
  remove(path: string): Promise<void>;
}

export interface OpenedFile {
  size: number;
  stream: AsyncIterable<Uint8Array>;
}

export interface ListedFile {
  path: string;
  size: number;
  /** ms since the epoch. */
  changedAt: number;
}
