import { counted } from '@yilu/platform/contract';
import { useText } from '@yilu/platform/web';
import { FileText, FileWarning, Table2 } from 'lucide-react';
import { type ImportFile, type ImportSheet, sheetKindTitles } from '../contract/index.ts';
import { texts } from './text.ts';

interface SheetListProps {
  readonly files: readonly ImportFile[];
  readonly chosenId: string | undefined;
  readonly onChoose: (sheetId: string) => void;
}

/** All sheets of all files with what each was taken for; files that could not be read say why. */
export function SheetList({ files, chosenId, onChoose }: SheetListProps) {
  const t = useText();
  return (
    <nav className="yl-sheets" aria-label={t(texts.sheetsFound)}>
      {files.map((file) => (
        <section key={file.id}>
          <h2 className="yl-sheets-file">{file.name}</h2>
          {file.refusal && (
            <p className="yl-sheets-refused">
              <FileWarning size={16} aria-hidden="true" />
              <span>
                <b>{t(texts.refusedFile)}</b> {t(file.refusal.message)}
              </span>
            </p>
          )}
          {file.sheets.map((sheet) => (
            <SheetButton
              key={sheet.id}
              file={file}
              sheet={sheet}
              isChosen={sheet.id === chosenId}
              onChoose={onChoose}
            />
          ))}
        </section>
      ))}
    </nav>
  );
}

interface SheetButtonProps {
  readonly file: ImportFile;
  readonly sheet: ImportSheet;
  readonly isChosen: boolean;
  readonly onChoose: (sheetId: string) => void;
}

function SheetButton({ file, sheet, isChosen, onChoose }: SheetButtonProps) {
  const t = useText();
  const Icon = sheet.kind === 'ignored' ? FileText : Table2;
  return (
    <button
      type="button"
      className={isChosen ? 'yl-plain yl-sheet yl-sheet-chosen' : 'yl-plain yl-sheet'}
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => onChoose(sheet.id)}
    >
      <Icon size={16} aria-hidden="true" />
      <span className="yl-sheet-words">
        <span className="yl-sheet-name">
          <b>{sheet.name || file.name}</b>
          {sheet.counts && <span>{t(counted(sheet.counts.rows, texts.rows))}</span>}
        </span>
        <small>
          {sheet.kind === 'ignored' ? t(texts.skipped) : `${t(texts.importAs)}${t(sheetKindTitles[sheet.kind])}`}
          {sheet.counts && sheet.counts.rejected > 0 && (
            <span className="yl-sheet-rejected">
              {t(texts.rejected)} {sheet.counts.rejected.toLocaleString('en-US')}
            </span>
          )}
        </small>
      </span>
    </button>
  );
}
