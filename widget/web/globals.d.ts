interface ImportMeta {
  /** What the bundler knows of the files of this build: their hashes, by place. */
  readonly files?: Readonly<Record<string, string>>;
}
