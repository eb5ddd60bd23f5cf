import { Badge, Button, Input } from 'antd';
import { ListFilter, Search, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useIsPhone } from '../pages/phone.ts';
import { useText } from '../text/language.ts';
import { countOf, type FilterField, type FilterGroup, isGroup, withNode } from './filter-model.ts';
import { conditionWords } from './filter-words.ts';
import { later, useSoon } from './later.tsx';
import { PopoverOpener } from './opener.tsx';
import { SidePanel } from './side-panel.tsx';
import './filter-bar.css';

const texts = {
  filter: { zh: '筛选', en: 'Filter' },
  remove: { zh: '去掉', en: 'Remove' },
  group: { zh: '组合条件', en: 'Combined' },
  search: { zh: '搜索', en: 'Search' },
};

const FilterEditor = later(async () => (await import('./filter-editor.tsx')).FilterEditor);

interface FilterBarProps {
  readonly search?: { readonly value: string; readonly placeholder: string; readonly onChange: (text: string) => void };
  readonly fields: readonly FilterField[];
  readonly filter: FilterGroup;
  readonly onFilter: (filter: FilterGroup) => void;
  /** The pointer or the keyboard has reached it: choices that are asked for may be fetched. */
  readonly onNear?: () => void;
  /** One-click filters before the chips. */
  readonly quick?: readonly {
    readonly key: string;
    readonly title: string;
    readonly on: boolean;
    readonly toggle: () => void;
  }[];
  /** At the right: 第 1–50 户，共 268 户, sorting, columns. */
  readonly children?: ReactNode;
}

/** Search, chips of what is asked for, quick filters, and the nested editor behind one button. */
export function FilterBar({ search, fields, filter, onFilter, onNear, quick = [], children }: FilterBarProps) {
  const t = useText();
  const isPhone = useIsPhone();
  const [editing, edit] = useState(false);
  useSoon(FilterEditor);
  const icon = <ListFilter size={14} aria-hidden="true" />;
  const editor = <FilterEditor fields={fields} filter={filter} onFilter={onFilter} />;
  return (
    <search className="yl-filter" onPointerEnter={onNear} onFocus={onNear}>
      {search && <SearchBox {...search} label={t(texts.search)} />}
      {quick.map(({ key, title, on, toggle }) => (
        <button key={key} type="button" className="yl-plain yl-chip yl-chip-quick" aria-pressed={on} onClick={toggle}>
          {title}
        </button>
      ))}
      {!isPhone &&
        filter.of.map((node, index) => (
          <span key={index} className="yl-chip">
            {isGroup(node) ? (
              <b>
                {t(texts.group)} {countOf(node)}
              </b>
            ) : (
              <ConditionChip words={conditionWords(node, fields, t)} />
            )}
            <button
              type="button"
              className="yl-plain"
              aria-label={t(texts.remove)}
              onClick={() => onFilter(withNode(filter, index, undefined))}
            >
              <X size={14} aria-hidden="true" />
            </button>
          </span>
        ))}
      {isPhone ? (
        <>
          <Badge count={countOf(filter)} size="small">
            <Button className="yl-filter-open" icon={icon} onClick={() => edit(!editing)}>
              {t(texts.filter)}
            </Button>
          </Badge>
          <SidePanel open={editing} title={t(texts.filter)} onClose={() => edit(false)}>
            {editor}
          </SidePanel>
        </>
      ) : (
        <PopoverOpener placement="bottomLeft" content={editor}>
          <Button className="yl-filter-open" icon={icon}>
            {t(texts.filter)}
          </Button>
        </PopoverOpener>
      )}
      {children && <div className="yl-filter-end">{children}</div>}
    </search>
  );
}

function ConditionChip({ words: { field, comparison } }: { readonly words: { field: string; comparison: string } }) {
  return (
    <>
      {field} <b>{comparison}</b>
    </>
  );
}

interface SearchBoxProps {
  readonly value: string;
  readonly placeholder: string;
  readonly label: string;
  readonly onChange: (text: string) => void;
}

/** Tells after 180 ms of rest, so that each key stroke is not a question. */
function SearchBox({ value, placeholder, label, onChange }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    if (text === told.current) return;
    const timer = setTimeout(() => {
      told.current = text;
      onChange(text);
    }, 180);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  return (
    <Input
      className="yl-filter-search"
      prefix={<Search size={14} aria-hidden="true" />}
      allowClear
      value={text}
      placeholder={placeholder}
      aria-label={label}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={enterList}
    />
  );
}

/** ↓ leaves the search for the list beneath it, unless it chooses among an input method's candidates. */
function enterList(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing || event.altKey || event.shiftKey) return;
  const list = event.currentTarget.closest('main')?.querySelector<HTMLElement>('.yl-table');
  if (!list) return;
  event.preventDefault();
  list.focus();
}
