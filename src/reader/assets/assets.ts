/** Static files of the reader site, named by content so that they can be kept for ever. */
export interface Assets {
  /** `/assets/site-3f2a9c.css` for `site.css`. @throws Error for a name that does not exist (a programming mistake). */
  url(name: AssetName): string;
  /** Bytes by the hashed file name of a request, or undefined. */
  file(hashedName: string): AssetFile | undefined;
}

export type AssetName = string;

export interface AssetFile {
  type: string;
  identity: Buffer;
  /** Absent for formats that are compressed already (woff2). */
  br?: Buffer;
  gzip?: Buffer;
  etag: string;
}
