/** Put in by the build: the code, and what pages need first, with the files that their code lies in. */
declare const __FIRST_NEEDS__: {
  /** The files of the console's code, those first on which others lean; none in `npm run dev`. */
  readonly code: readonly string[];
  /** The sheets of the console; none in `npm run dev`. */
  readonly styles: readonly string[];
  readonly always: readonly string[];
  readonly pages: readonly {
    readonly at: string;
    readonly files: readonly string[];
    readonly answers: readonly string[];
  }[];
};
