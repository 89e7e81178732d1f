interface ImportMeta {
  /** What the bundler knows of the files of this build: their hashes, by place. */
  readonly files?: Readonly<Record<string, string>>;
}

interface Window {
  /** What makes a text into the address of a script, where a page's policy asks for that. */
  readonly trustedTypes?: {
    createPolicy: (
      name: string,
      rules: { createScriptURL: (address: string) => string },
    ) => { createScriptURL: (address: string) => unknown };
  };
}
