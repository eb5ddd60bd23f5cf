import {
  ErrorState,
  LoadingState,
  PageBody,
  PageHeader,
  useAnswer,
  useAsk,
  useLanguage,
  useMay,
  useQueryState,
  useText,
  useToast,
} from '@yilu/platform/web';
import { Button, Select } from 'antd';
import { ChevronDown, ChevronUp, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  type DictionaryAnswer,
  type DictionaryEntry,
  editDictionaries,
  listDictionaries,
  orderEntries,
} from '../contract/index.ts';
import { EntryPanel } from './entry-panel.tsx';
import { texts } from './text.ts';
import './settings.css';

/** The lists of choices: at a desk all lists at the left, on a telephone a select. */
export function DictionariesPage() {
  const t = useText();
  const may = useMay();
  const [key, choose] = useQueryState('list');
  const [writing, write] = useState<DictionaryEntry | 'new'>();
  const { data, error, refetch } = useAnswer(listDictionaries, {});
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  const list = data?.items.find((each) => each.key === key) ?? data?.items[0];
  if (!data || !list) return <LoadingState shape="table" rows={8} />;
  const canEdit = may(editDictionaries);

  return (
    <>
      <PageHeader
        title={t(texts.dictionaries)}
        note={`${t(list.title)} · ${t(list.usedFor)}`}
        actions={
          <>
            <Select
              aria-label={t(texts.dictionaries)}
              value={list.key}
              onChange={(next) => choose(next)}
              options={data.items.map((each) => ({
                value: each.key,
                label: `${t(each.title)} · ${each.entries.length}`,
              }))}
              style={{ minWidth: 180 }}
            />
            {canEdit && (
              <Button type="primary" icon={<Plus size={16} />} onClick={() => write('new')}>
                {t(texts.addEntry)}
              </Button>
            )}
          </>
        }
      />
      <PageBody>
        <Entries list={list} editable={canEdit} onEdit={write} />
      </PageBody>
      {writing && (
        <EntryPanel
          key={writing === 'new' ? 'new' : writing.id}
          dictionaryKey={list.key}
          entry={writing === 'new' ? undefined : writing}
          onClose={() => write(undefined)}
        />
      )}
    </>
  );
}

interface EntriesProps {
  readonly list: DictionaryAnswer;
  readonly editable: boolean;
  readonly onEdit: (entry: DictionaryEntry) => void;
}

function Entries({ list, editable, onEdit }: EntriesProps) {
  const t = useText();
  const { language } = useLanguage();
  const tell = useToast();
  const ordering = useAsk(orderEntries, { invalidates: [listDictionaries] });
  const lines = useRef<HTMLUListElement>(null);
  const moved = useRef<{ readonly id: string; readonly by: -1 | 1 }>(undefined);
  // A line that changes its place lets go of the focus; a second press must find the same button.
  useEffect(() => {
    if (!moved.current) return;
    const { id, by } = moved.current;
    const [up, down] = lines.current?.querySelectorAll<HTMLButtonElement>(`[data-moves="${id}"]`) ?? [];
    const [pressed, other] = by === -1 ? [up, down] : [down, up];
    (pressed?.disabled ? other : pressed)?.focus();
    moved.current = undefined;
  }, [list.entries]);
  const move = (entry: DictionaryEntry, by: -1 | 1) => {
    const ids = list.entries.map(({ id }) => id);
    const at = ids.indexOf(entry.id);
    const other = ids[at + by];
    if (other === undefined) return;
    moved.current = { id: entry.id, by };
    ordering.mutate(
      { key: list.key, entryIds: ids.with(at, other).with(at + by, entry.id) },
      { onError: (error) => tell({ message: error.message, failed: true }) },
    );
  };
  return (
    <ul ref={lines} className="st-lines st-entries">
      {list.entries.map((entry, at) => (
        <li key={entry.id} className={entry.retiredAt ? 'st-retired' : undefined}>
          <span className="st-entry">
            {editable ? (
              <button type="button" className="yl-plain yl-strong" onClick={() => onEdit(entry)}>
                {entry[language]}
              </button>
            ) : (
              <b>{entry[language]}</b>
            )}
            {entry.retiredAt && <span className="yl-foot">{t(texts.retired)}</span>}
          </span>
          <span className="yl-quiet st-synonyms">{entry.synonyms.join(t({ zh: '、', en: ', ' }))}</span>
          {editable && (
            <span className="st-moves">
              <Button
                type="text"
                size="small"
                icon={<ChevronUp size={16} />}
                aria-label={`${t(texts.up)} ${entry[language]}`}
                data-moves={entry.id}
                disabled={at === 0}
                onClick={() => move(entry, -1)}
              />
              <Button
                type="text"
                size="small"
                icon={<ChevronDown size={16} />}
                aria-label={`${t(texts.down)} ${entry[language]}`}
                data-moves={entry.id}
                disabled={at === list.entries.length - 1}
                onClick={() => move(entry, 1)}
              />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
