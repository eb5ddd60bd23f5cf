import type { Sentence } from '@yilu/platform/contract';
import {
  ErrorState,
  LoadingState,
  LongWork,
  PageBody,
  PageHeader,
  type RoadStep,
  RoadSteps,
  useAnswer,
  useFormats,
  useParams,
  useQueryState,
  useText,
} from '@yilu/platform/web';
import { Button, Select } from 'antd';
import { useState } from 'react';
import {
  type ImportRun,
  type ImportSheet,
  readImport,
  type SheetKind,
  sheetKinds,
  sheetKindTitles,
  waitingWords,
} from '../contract/index.ts';
import { likelyKind } from '../rules/index.ts';
import { AskingProject } from './asking-project.tsx';
import { CountsStrip } from './counts-strip.tsx';
import './imports.css';
import './rows.css';
import { MappingTable } from './mapping-table.tsx';
import { RunEnd } from './run-end.tsx';
import { RunFoot } from './run-foot.tsx';
import { filesInShort, promiseWords } from './run-words.ts';
import { SheetList } from './sheet-list.tsx';
import { StaffNames } from './staff-names.tsx';
import { phaseTitles, stepTitles, texts } from './text.ts';
import { ToldRows } from './told-rows.tsx';
import { useMapping } from './use-mapping.ts';

const working: ReadonlySet<string> = new Set(['reading', 'previewing', 'applying', 'undoing']);

/** One import on its road: upload, recognise, preview, done. */
export function ImportPage() {
  const t = useText();
  const { importId } = useParams('importId');
  const [isWorking, setWorking] = useState(true);
  const { data: run, error, refetch } = useAnswer(readImport, { importId }, { every: isWorking ? 900 : false });
  const nowWorking = run ? working.has(run.phase) : true;
  if (nowWorking !== isWorking) setWorking(nowWorking);

  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!run) return <LoadingState shape="table" rows={8} />;
  return (
    <>
      <PageHeader
        back="/imports"
        title={t(texts.importOf)}
        note={t(filesInShort(run.files.map(({ name }) => name)))}
        actions={
          <RoadSteps
            label={t(texts.importOf)}
            steps={stepsOf(run).map((state, at) => ({ state, title: t(stepTitles[at] ?? texts.importOf) }))}
          />
        }
      />
      {/* A finished import is a new page: it begins at the top. */}
      <RunBody key={run.appliedAt || run.undoneAt ? 'end' : 'open'} run={run} />
    </>
  );
}

function RunBody({ run }: { readonly run: ImportRun }) {
  const t = useText();
  const [sheetId, setSheetId] = useQueryState('sheet');
  const sheets = run.files.flatMap((file) => file.sheets);
  const chosen = sheets.find(({ id }) => id === sheetId) ?? sheets.find(({ kind }) => kind !== 'ignored') ?? sheets[0];
  const isOpen = run.phase === 'previewed' || run.phase === 'asking' || run.phase === 'failed';
  return (
    <PageBody
      side={<SheetList files={run.files} chosenId={chosen?.id} onChoose={(id) => setSheetId(id)} />}
      foot={<RunFoot run={run} />}
    >
      {working.has(run.phase) && <Working run={run} />}
      {run.phase === 'asking' && <AskingProject run={run} />}
      {run.failure && (
        <p className="yl-imports-late" role="alert">
          <b>{t(texts.failedTitle)}</b> {t(run.failure.message)}
        </p>
      )}
      <RunEnd run={run} />
      {run.counts.rows > 0 && <CountsStrip counts={run.counts} promise={promiseWords(run)} />}
      {run.staffNames.length > 0 && <StaffNames run={run} />}
      {chosen && <ChosenSheet key={chosen.id} run={run} sheet={chosen} isOpen={isOpen} />}
    </PageBody>
  );
}

function ChosenSheet({
  run,
  sheet,
  isOpen,
}: {
  readonly run: ImportRun;
  readonly sheet: ImportSheet;
  readonly isOpen: boolean;
}) {
  const t = useText();
  const { setKind, setField, problem } = useMapping(run.id, sheet.id);
  const { skipped, headerRow, counts } = sheet;
  const told = { importId: run.id, sheetId: sheet.id, startedBy: run.startedBy, isOpen };
  return (
    <>
      <div className="yl-imports-head">
        <span className="yl-quiet">{t(texts.sheetKind)}</span>
        {isOpen && headerRow !== undefined ? (
          <Select
            aria-label={t(texts.sheetKind)}
            className="yl-kind-select"
            value={sheet.kind}
            options={sheetKinds.map((kind) => ({ value: kind, label: t(sheetKindTitles[kind]) }))}
            onChange={(kind: SheetKind) => setKind(kind)}
          />
        ) : (
          <b>{t(sheetKindTitles[sheet.kind])}</b>
        )}
        {headerRow !== undefined && headerRow > 0 && !sheet.headless && counts && (
          <span className="yl-quiet">{t(headingsWords(headerRow, skipped))}</span>
        )}
      </div>
      {problem && (
        <p className="yl-imports-late" role="alert">
          {problem}
        </p>
      )}
      {sheet.remark && <p className="yl-sheet-remark">{t(sheet.remark)}</p>}
      {sheet.kind === 'ignored' && isOpen && sheet.columns.length > 0 && <SayKind sheet={sheet} onSay={setKind} />}
      {(sheet.kind !== 'ignored' || sheet.columns.length > 0) && (
        <MappingTable sheet={sheet} onMap={isOpen ? setField : undefined} />
      )}
      {counts && (
        <>
          <ToldRows {...told} outcome="rejected" />
          <ToldRows {...told} outcome="wentIn" />
        </>
      )}
    </>
  );
}

/** 表头在第 4 行；跳过空行 7、合计 1. */
function headingsWords(row: number, { blank, total, note }: ImportSheet['skipped']): Sentence {
  const left = [
    { count: blank, zh: '空行', en: 'blank' },
    { count: total, zh: '合计', en: 'total' },
    { count: note, zh: '说明', en: 'note' },
  ].filter(({ count }) => count > 0);
  if (left.length === 0) return { zh: `表头在第 ${row} 行`, en: `Headings in row ${row}` };
  return {
    zh: `表头在第 ${row} 行；跳过${left.map(({ zh, count }) => `${zh} ${count}`).join('、')}`,
    en: `Headings in row ${row}; rows skipped: ${left.map(({ en, count }) => `${count} ${en}`).join(', ')}`,
  };
}

/** A sheet that was not recognised may be brought in as what it looks like, once its columns are said. */
function SayKind({ sheet, onSay }: { readonly sheet: ImportSheet; readonly onSay: (kind: SheetKind) => void }) {
  const t = useText();
  const kind = likelyKind(new Set(sheet.columns.map(({ field }) => field)));
  const title = sheetKindTitles[kind];
  return (
    <div className="yl-sheet-say">
      <span className="yl-quiet">{t(texts.sayColumns)}</span>
      <Button type="primary" onClick={() => onSay(kind)}>
        {t({ zh: `作为“${title.zh}”导入`, en: `Import as ${title.en.toLowerCase()}` })}
      </Button>
    </div>
  );
}

function Working({ run }: { readonly run: ImportRun }) {
  const t = useText();
  const format = useFormats();
  const { progress, waiting } = run;
  const title = t(phaseTitles[run.phase]);
  if (waiting) {
    return (
      <div className="yl-imports-work" role="status">
        <p>
          <b>{t(texts.inLine)}</b> {t(waitingWords(waiting))}
        </p>
        <p className="yl-quiet">{t(texts.leaveNote)}</p>
      </div>
    );
  }
  if (!progress || progress.total === 0) {
    return (
      <div className="yl-imports-work" aria-live="polite">
        <LoadingState shape="table" rows={3} />
        <p className="yl-quiet">
          {title}。{run.phase === 'reading' && progress && t(rowsRead(format.number(progress.done)))}
          {t(texts.leaveNote)}
        </p>
      </div>
    );
  }
  const pace = progress.rowsPerSecond
    ? t({
        zh: `每秒 ${progress.rowsPerSecond} 行，大约还要 ${progress.secondsLeft ?? 0} 秒。`,
        en: `${progress.rowsPerSecond} rows per second, about ${progress.secondsLeft ?? 0} seconds left. `,
      })
    : '';
  return (
    <LongWork title={title} done={progress.done} total={progress.total}>
      {pace}
      {t(texts.leaveNote)}
    </LongWork>
  );
}

function rowsRead(rows: string): Sentence {
  return { zh: `已读 ${rows} 行。`, en: `${rows} rows read. ` };
}

function stepsOf({ phase }: ImportRun): RoadStep['state'][] {
  if (phase === 'reading') return ['done', 'now', 'next', 'next'];
  if (phase === 'asking') return ['done', 'now', 'next', 'next'];
  if (phase === 'previewing' || phase === 'previewed') return ['done', 'done', 'now', 'next'];
  if (phase === 'failed') return ['done', 'done', 'late', 'next'];
  if (phase === 'applying') return ['done', 'done', 'done', 'now'];
  return ['done', 'done', 'done', 'done'];
}
