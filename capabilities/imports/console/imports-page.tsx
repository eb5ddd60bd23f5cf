import { counted } from '@yilu/platform/contract';
import {
  download,
  EmptyState,
  ErrorState,
  Link,
  LoadingState,
  PageBody,
  PageHeader,
  PanelSection,
  PrintedOf,
  useFormats,
  usePages,
  useText,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { Download } from 'lucide-react';
import { type ImportLine, importTemplate, listImports, sheetKinds, sheetKindTitles } from '../contract/index.ts';
import { DropZone } from './drop-zone.tsx';
import './imports.css';
import { filesInShort } from './run-words.ts';
import { phaseTitles, texts } from './text.ts';

/** Drop files in, take a template, look at what was imported before. */
export function ImportsPage() {
  const t = useText();
  return (
    <>
      <PageHeader title={t(texts.imports)} />
      <PageBody>
        <DropZone />
        <PanelSection title={t(texts.templates)} note={t(texts.templatesNote)}>
          <div className="yl-templates">
            {sheetKinds.map(
              (kind) =>
                kind !== 'ignored' && (
                  <Button
                    key={kind}
                    icon={<Download size={14} aria-hidden="true" />}
                    onClick={() => void download(importTemplate, { kind })}
                  >
                    {t(sheetKindTitles[kind])}
                  </Button>
                ),
            )}
          </div>
        </PanelSection>
        <PanelSection title={t(texts.past)}>
          <PastImports />
        </PanelSection>
      </PageBody>
    </>
  );
}

function PastImports() {
  const t = useText();
  const { rows, error, again, hasMore, more } = usePages(listImports, { limit: 30 });
  if (error) return <ErrorState error={error} title={t(texts.notLoaded)} onRetry={again} small />;
  if (!rows) return <LoadingState shape="table" rows={4} />;
  if (rows.length === 0) {
    return (
      <EmptyState small title={t(texts.none)}>
        {t(texts.noneNote)}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="yl-past">
        {rows.map((line) => (
          <PastImport key={line.id} line={line} />
        ))}
      </ul>
      {hasMore && <PrintedOf rows={rows.length} />}
      {hasMore && <Button onClick={more}>{t(texts.more)}</Button>}
    </>
  );
}

function PastImport({ line }: { readonly line: ImportLine }) {
  const t = useText();
  const format = useFormats();
  const { counts } = line;
  return (
    <li>
      <Link to={`/imports/${line.id}`} className="yl-past-line">
        <b className="yl-past-files" title={line.files.join('\n')}>
          {t(filesInShort(line.files))}
        </b>
        <span className="yl-past-who">
          {line.startedByName} · {format.instant(line.startedAt)}
        </span>
        <span className="yl-past-counts">
          {t(counted(counts.rows, texts.rows))} · {t(texts.created)} {counts.created} · {t(texts.updated)}{' '}
          {counts.updated} · {t(texts.rejected)} {counts.rejected}
        </span>
        <span className={`yl-past-phase yl-past-${line.phase}`}>
          {t(line.waiting ? texts.inLine : phaseTitles[line.phase])}
        </span>
      </Link>
    </li>
  );
}
