import { useAsk } from '@yilu/platform/web';
import { type Field, listImportRows, mapSheet, readImport, type SheetKind } from '../contract/index.ts';

/** Correct what a sheet is and where its columns go; `problem` has the server's words when it declines. */
export function useMapping(importId: string, sheetId: string) {
  const asking = useAsk(mapSheet, { invalidates: [readImport, listImportRows] });
  return {
    setKind: (kind: SheetKind) => asking.mutate({ importId, sheetId, kind }),
    setField: (column: number, field: Field | null) =>
      asking.mutate({ importId, sheetId, columns: [{ column, field }] }),
    problem: asking.error?.message,
  };
}
