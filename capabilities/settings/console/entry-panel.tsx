import { FormRow, SidePanel, useAsk, useText, useToast } from '@yilu/platform/web';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import {
  addEntry,
  type DictionaryEntry,
  editEntry,
  listDictionaries,
  readDictionary,
  restoreEntry,
  retireEntry,
} from '../contract/index.ts';
import { texts } from './text.ts';

interface EntryPanelProps {
  readonly dictionaryKey: string;
  readonly entry: DictionaryEntry | undefined;
  readonly onClose: () => void;
}

const touched = [listDictionaries, readDictionary];

/** The words of one choice; retiring it takes it out of forms and nothing else. */
export function EntryPanel({ dictionaryKey: key, entry, onClose }: EntryPanelProps) {
  const t = useText();
  const tell = useToast();
  const [zh, setZh] = useState(entry?.zh ?? '');
  const [en, setEn] = useState(entry?.en ?? '');
  const [synonyms, setSynonyms] = useState<string[]>([...(entry?.synonyms ?? [])]);
  const done = () => {
    tell({ message: t(texts.saved) });
    onClose();
  };
  const adding = useAsk(addEntry, { invalidates: touched, onDone: done });
  const editing = useAsk(editEntry, { invalidates: touched, onDone: done });
  const retiring = useAsk(retireEntry, {
    invalidates: touched,
    onDone: ({ id }) => {
      tell({ message: t(texts.retiredNote), undo: () => restoring.mutateAsync({ key, entryId: id }) });
      onClose();
    },
  });
  const restoring = useAsk(restoreEntry, { invalidates: touched });
  const error = adding.error ?? editing.error ?? retiring.error ?? restoring.error ?? undefined;
  const words = { zh: zh.trim(), ...(en.trim() && { en: en.trim() }), synonyms };
  const save = () =>
    entry
      ? editing.mutate({ key, entryId: entry.id, ...words, version: entry.version })
      : adding.mutate({ key, ...words });
  return (
    <SidePanel
      open
      title={t(entry ? texts.editEntry : texts.addEntry)}
      onClose={onClose}
      foot={
        <>
          {entry &&
            (entry.retiredAt ? (
              <Button
                loading={restoring.isPending}
                onClick={() => restoring.mutate({ key, entryId: entry.id }, { onSuccess: done })}
              >
                {t(texts.restore)}
              </Button>
            ) : (
              <Button loading={retiring.isPending} onClick={() => retiring.mutate({ key, entryId: entry.id })}>
                {t(texts.retire)}
              </Button>
            ))}
          <Button
            type="primary"
            loading={adding.isPending || editing.isPending}
            disabled={words.zh === ''}
            onClick={save}
          >
            {t(texts.save)}
          </Button>
        </>
      }
    >
      <div className="st-form">
        {entry?.retiredAt && <p className="yl-quiet">{t(texts.retiredNote)}</p>}
        <FormRow label={t(texts.nameZh)} error={error?.fields.zh ?? error?.message} required>
          <Input value={zh} maxLength={40} onChange={(event) => setZh(event.target.value)} />
        </FormRow>
        <FormRow label={t(texts.nameEn)}>
          <Input value={en} maxLength={80} onChange={(event) => setEn(event.target.value)} />
        </FormRow>
        <FormRow label={t(texts.synonyms)} hint={t(texts.synonymsHint)}>
          <Select
            mode="tags"
            open={false}
            suffixIcon={null}
            value={synonyms}
            onChange={setSynonyms}
            tokenSeparators={['、', ',', '，', ' ']}
          />
        </FormRow>
      </div>
    </SidePanel>
  );
}
