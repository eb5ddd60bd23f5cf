import type { Sentence } from '@yilu/platform/contract';
import { Meter, useIsPrinting, useText } from '@yilu/platform/web';
import { Button, Select } from 'antd';
import { ArrowRight, ChevronDown, Lock } from 'lucide-react';
import { useState } from 'react';
import { type Field, fields, type ImportSheet, type SheetColumn } from '../contract/index.ts';
import { columnsLeftOut, fieldsOfKind, likelyKind } from '../rules/index.ts';
import { texts } from './text.ts';

interface MappingTableProps {
  readonly sheet: ImportSheet;
  /** Absent once the import has been applied. */
  readonly onMap?: ((column: number, field: Field | null) => void) | undefined;
}

const identities: ReadonlySet<Field> = new Set(['idNumber', 'coOwnerId', 'spouseId', 'memberId', 'tenantId']);
const doubtful = 0.8;
/** Beyond these the sure columns are folded away, so that what needs a look is not below the fold. */
const shownAtFirst = 9;

/** Which column goes where, how sure we are and why; each may be sent elsewhere. */
export function MappingTable({ sheet, onMap }: MappingTableProps) {
  const t = useText();
  const [onlyDoubtful, setOnlyDoubtful] = useState(false);
  const known = sheet.columns.filter(({ field }) => field).length;
  const unsure = sheet.columns.filter(isDoubtful);
  const [isOpen, setOpen] = useState(false);
  const isPrinting = useIsPrinting();
  const folded = isOpen || isPrinting || sheet.columns.length <= shownAtFirst + 2 ? [] : sureOnes(sheet.columns);
  const leftOut = columnsLeftOut(sheet.columns);
  const hasRemarks = sheet.columns.some(remarkOf);
  const shown = onlyDoubtful && !isPrinting ? unsure : sheet.columns.filter((column) => !folded.includes(column));
  return (
    <section className="yl-mapping" aria-label={t(texts.mapping)}>
      <div className="yl-imports-head">
        <h2>{t(texts.mapping)}</h2>
        <span className="yl-quiet">
          {t(knownWords(known, sheet.columns.length))}
          {sheet.rememberedAt && ` · ${t(texts.remembered)}`}
        </span>
        {unsure.length > 0 && (
          <Button type="text" size="small" onClick={() => setOnlyDoubtful(!onlyDoubtful)}>
            {onlyDoubtful ? t(texts.showAll) : `${t(texts.onlyDoubtful)} (${unsure.length})`}
          </Button>
        )}
      </div>
      {leftOut.length > 0 && sheet.kind !== 'ignored' && (
        <p className="yl-mapping-left">
          {t(texts.leftOut)}
          {leftOut.map(({ heading }) => heading).join(t({ zh: '、', en: ', ' }))}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard too */}
      <section className="yl-imports-scroll" tabIndex={0} aria-label={t(texts.mappingTable)}>
        <table className="yl-imports-table yl-mapping-table">
          <thead>
            <tr>
              <th scope="col">{t(texts.column)}</th>
              <td />
              <th scope="col">{t(texts.goesTo)}</th>
              <th scope="col">{t(texts.sample)}</th>
              <th scope="col">{t(texts.confidence)}</th>
              {hasRemarks && <th scope="col">{t(texts.remark)}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((column) => (
              <MappingLine key={column.column} column={column} sheet={sheet} onMap={onMap} hasRemarks={hasRemarks} />
            ))}
          </tbody>
        </table>
      </section>
      {!onlyDoubtful && folded.length > 0 && (
        <Button
          type="text"
          size="small"
          icon={<ChevronDown size={14} aria-hidden="true" />}
          onClick={() => setOpen(true)}
        >
          {t(foldedWords(folded))}
        </Button>
      )}
    </section>
  );
}

interface MappingLineProps extends MappingTableProps {
  readonly column: SheetColumn;
  readonly hasRemarks: boolean;
}

function MappingLine({ column, sheet, onMap, hasRemarks }: MappingLineProps) {
  const t = useText();
  const { heading, field, confidence, sample } = column;
  const kind = sheet.kind === 'ignored' ? likelyKind(new Set(sheet.columns.map((one) => one.field))) : sheet.kind;
  const offered = [...fieldsOfKind[kind]];
  const name = sheet.headless ? t({ zh: `${heading} 列`, en: `Column ${heading}` }) : heading;
  const options = [
    ...offered.map((one) => ({ value: one as string, label: t(fields[one]) })),
    { value: '', label: t(texts.goesNowhere) },
  ];
  const remark = remarkOf(column);
  return (
    <tr className={isDoubtful(column) ? 'yl-mapping-doubtful' : undefined}>
      <th scope="row" className="yl-mapping-cell yl-mapping-column">
        {name}
      </th>
      <td aria-hidden="true" className="yl-mapping-cell yl-mapping-arrow">
        <ArrowRight size={14} />
      </td>
      <td className="yl-mapping-cell yl-mapping-field">
        {onMap ? (
          <Select
            className="yl-mapping-select"
            variant="borderless"
            size="small"
            aria-label={`${name} → ${field ? t(fields[field]) : t(texts.goesNowhere)}`}
            value={field ?? ''}
            options={options}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={200}
            onChange={(chosen) => onMap(column.column, chosen === '' ? null : (chosen as Field))}
          />
        ) : (
          <b>{field ? t(fields[field]) : t(texts.goesNowhere)}</b>
        )}
      </td>
      <td className="yl-mapping-cell yl-mapping-sample">
        {field && identities.has(field) ? (
          <span className="yl-mapping-lock">
            <Lock size={12} aria-hidden="true" /> {t(texts.encrypted)}
          </span>
        ) : (
          sample
        )}
      </td>
      <td className="yl-mapping-cell yl-mapping-how">
        {field && (
          <span className="yl-mapping-sure">
            <Meter share={confidence} label={t(texts.confidence)} tone={confidence < doubtful ? 'soon' : 'accent'} />
            {Math.round(confidence * 100)}%
          </span>
        )}
      </td>
      {hasRemarks && <td className="yl-quiet yl-mapping-cell yl-mapping-remark">{remark && t(remark)}</td>}
    </tr>
  );
}

/** 26 列认出 24 列. */
function knownWords(known: number, all: number): Sentence {
  if (known === all) return { zh: `${all} 列都认出`, en: `all ${all} recognised` };
  return { zh: `${all} 列认出 ${known} 列`, en: `${known} of ${all} recognised` };
}

/** Columns after the first ones that need nobody's look. */
function sureOnes(columns: readonly SheetColumn[]): readonly SheetColumn[] {
  return columns.slice(shownAtFirst).filter((column) => column.field && !isDoubtful(column));
}

/** 还有 7 列，把握都在 95% 以上. */
function foldedWords(columns: readonly SheetColumn[]): Sentence {
  const least = lowest(columns);
  const zh = least === 100 ? '都完全对得上' : `把握都在 ${least}% 以上`;
  return { zh: `还有 ${columns.length} 列，${zh}`, en: `${columns.length} more columns, each at least ${least}% sure` };
}

function lowest(columns: readonly SheetColumn[]): number {
  return Math.floor(Math.min(...columns.map(({ confidence }) => confidence)) * 100);
}

function isDoubtful({ field, confidence }: SheetColumn): boolean {
  return field !== undefined && confidence < doubtful;
}

function remarkOf({ field, fitting, confidence }: SheetColumn) {
  if (!field) return confidence === 1 ? undefined : texts.noField;
  if (fitting !== undefined && fitting < 0.95) return texts.valuesDoubtful;
  return field === 'grade' ? texts.foreignRubric : undefined;
}
