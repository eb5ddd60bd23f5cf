/** Put in by the build: what pages need first, with the files that their code lies in. */
declare const __FIRST_NEEDS__: {
  readonly always: readonly string[];
  readonly pages: readonly {
    readonly at: string;
    readonly files: readonly string[];
    readonly answers: readonly string[];
  }[];
};
