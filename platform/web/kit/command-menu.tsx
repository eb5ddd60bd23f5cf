import { Modal } from 'antd';
import { CornerDownLeft, type LucideIcon, Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { type Hit, type SearchSource, useOffered } from '../pages/commands.tsx';
import { useGo } from '../pages/navigate.tsx';
import { matches } from '../pages/search-text.ts';
import { useMay } from '../pages/viewer.tsx';
import { useText } from '../text/language.ts';
import { Keys } from './keys.tsx';
import './command-menu.css';

const texts = {
  label: { zh: '找人、房间、电话，或做一件事', en: 'Find people, rooms, phones, or do something' },
  acts: { zh: '要做的事', en: 'Actions' },
  pages: { zh: '页面', en: 'Pages' },
  none: {
    zh: '没有找到。试试姓名拼音、房号或手机尾号。',
    en: 'Nothing found. Try a name, a room or the end of a phone.',
  },
  searching: { zh: '正在找', en: 'Searching' },
};

/** A page that the menu may open. */
export interface MenuPage {
  readonly title: string;
  readonly words: string;
  readonly icon: LucideIcon;
  readonly to: string;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly icon: LucideIcon;
  readonly to: string;
  readonly key?: string | undefined;
}
interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
}

interface CommandMenuProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly pages: readonly MenuPage[];
}

/** `Ctrl/⌘ K`: everything that can be found or done, by name, pinyin, telephone or room. */
export function CommandMenu({ open, onClose, pages }: CommandMenuProps) {
  const t = useText();
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      width={600}
      className="yl-menu"
      title={t(texts.label)}
      styles={{ container: { padding: 0 }, header: { display: 'none' } }}
      destroyOnHidden
    >
      <Menu onClose={onClose} pages={pages} />
    </Modal>
  );
}

function Menu({ onClose, pages }: Omit<CommandMenuProps, 'open'>) {
  const t = useText();
  const go = useGo();
  const id = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const found = useFound(text.trim());
  const own = useOwn(text.trim(), pages);
  const groups = [...found.groups, ...own].filter(({ entries }) => entries.length > 0);
  const entries = groups.flatMap((group) => group.entries);
  const at = Math.min(active, entries.length - 1);

  const open = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    go(entry.to);
  };
  const hear = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setActive((at + 1) % Math.max(1, entries.length));
    else if (event.key === 'ArrowUp') setActive((at - 1 + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Enter') open(entries[at]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="yl-menu-box">
        <Search size={18} aria-hidden="true" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the menu is opened in order to type
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={entries[at] ? `${id}-${at}` : undefined}
          aria-label={t(texts.label)}
          placeholder={t(texts.label)}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={hear}
        />
      </div>
      <div className="yl-menu-list" id={`${id}-list`} role="listbox" aria-label={t(texts.label)}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: groups of options, not of fields
          <div key={group.title} role="group" aria-label={group.title}>
            <div className="yl-foot yl-menu-group" aria-hidden="true">
              {group.title}
            </div>
            {group.entries.map((entry) => {
              const place = entries.indexOf(entry);
              return (
                <MenuEntry
                  key={entry.id}
                  id={`${id}-${place}`}
                  entry={entry}
                  active={place === at}
                  onPoint={() => setActive(place)}
                  onOpen={() => open(entry)}
                />
              );
            })}
          </div>
        ))}
      </div>
      {entries.length === 0 && (
        <p className="yl-quiet yl-menu-none" role="status">
          {t(found.searching ? texts.searching : texts.none)}
        </p>
      )}
    </>
  );
}

interface MenuEntryProps {
  readonly id: string;
  readonly entry: Entry;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onOpen: () => void;
}

function MenuEntry({ id, entry, active, onPoint, onOpen }: MenuEntryProps) {
  const Icon = entry.icon;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box above hears the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus and names the active option
    <div id={id} role="option" aria-selected={active} className="yl-menu-entry" onMouseMove={onPoint} onClick={onOpen}>
      <Icon size={16} aria-hidden="true" />
      <span>{entry.title}</span>
      {entry.note && <span className="yl-quiet">{entry.note}</span>}
      {entry.key ? <Keys of={entry.key} /> : active && <CornerDownLeft size={14} aria-hidden="true" />}
    </div>
  );
}

/** Commands and pages that fit what is typed. */
function useOwn(text: string, pages: readonly MenuPage[]): readonly Group[] {
  const t = useText();
  const may = useMay();
  const { commands } = useOffered();
  const acts = commands
    .filter(({ permission }) => !permission || may(permission))
    .filter(({ title, words }) => matches(`${title.zh} ${title.en} ${words}`, text))
    .map(({ title, icon, to, key }): Entry => ({ id: `act ${to}`, title: t(title), icon, to, key }));
  const places = pages
    .filter(({ title, words }) => matches(`${title} ${words}`, text))
    .map(({ title, icon, to }): Entry => ({ id: `page ${to}`, title, icon, to }));
  return [
    { title: t(texts.acts), entries: acts },
    { title: t(texts.pages), entries: places },
  ];
}

/** What the sources find, 120 ms after the last key; a slow source does not hold up the others. */
function useFound(text: string): { readonly groups: readonly Group[]; readonly searching: boolean } {
  const t = useText();
  const may = useMay();
  const { searches } = useOffered();
  const [hits, setHits] = useState<ReadonlyMap<SearchSource, readonly Hit[]>>(new Map());
  const [searching, setSearching] = useState(false);
  const sources = useMemo(
    () =>
      searches
        .filter(({ permission }) => !permission || may(permission))
        .toSorted((one, other) => one.order - other.order),
    [searches, may],
  );

  useEffect(() => {
    setHits(new Map());
    if (text === '') return;
    const giveUp = new AbortController();
    setSearching(true);
    const timer = setTimeout(() => {
      const asking = sources.map(async (source) => {
        const found = await source.search(text, giveUp.signal).catch((): readonly Hit[] => []);
        if (!giveUp.signal.aborted) setHits((before) => new Map(before).set(source, found));
      });
      void Promise.all(asking).then(() => giveUp.signal.aborted || setSearching(false));
    }, 120);
    return () => {
      clearTimeout(timer);
      giveUp.abort();
    };
  }, [text, sources]);

  const groups = sources.map((source) => ({
    title: t(source.title),
    entries: (hits.get(source) ?? []).map(
      (hit): Entry => ({
        id: `${source.order} ${hit.id}`,
        title: hit.title,
        note: hit.note,
        icon: source.icon,
        to: hit.to,
      }),
    ),
  }));
  return { groups, searching };
}
