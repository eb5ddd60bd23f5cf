import { useLanguage, useQueryState, useTheme } from '@yilu/platform/web';
import { Segmented } from 'antd';
import { type ComponentType, useEffect } from 'react';
import { LostPage } from '../shell/lost-page.tsx';
import { KitBoard } from './kit-board.tsx';
import { LabelsBoard } from './labels-board.tsx';
import { ListsBoard } from './lists-board.tsx';
import { PartsBoard } from './parts-board.tsx';
import { StatesBoard } from './states-board.tsx';
import './gallery.css';

const boards: Readonly<Record<string, ComponentType>> = {
  labels: LabelsBoard,
  states: StatesBoard,
  kit: KitBoard,
  parts: PartsBoard,
  lists: ListsBoard,
};

/** Every part of the kit in both languages and both brightnesses, for those who build pages. */
export function GalleryPage() {
  const [board, chooseBoard] = useQueryState('board', 'labels');
  const [theme] = useQueryState('theme');
  const [language] = useQueryState('lang');
  const { chooseTheme, brightness } = useTheme();
  const { choose, language: current } = useLanguage();
  useEffect(() => {
    if (theme === 'light' || theme === 'dark') chooseTheme(theme);
    if (language === 'zh' || language === 'en') choose(language);
  }, [theme, language, chooseTheme, choose]);

  const isOpen = import.meta.env.DEV || localStorage.getItem('yilu.gallery') === 'on';
  const Board = boards[board];
  if (!isOpen || !Board) return <LostPage />;
  return (
    <main className="yl-gallery">
      <h1 className="yl-hidden">Gallery</h1>
      <Board />
      <div className="yl-gallery-bar">
        <Segmented
          aria-label="Board"
          options={Object.keys(boards)}
          value={board}
          onChange={(next) => chooseBoard(next)}
        />
        <Segmented
          aria-label="Brightness"
          options={['light', 'dark']}
          value={brightness}
          onChange={(next) => chooseTheme(next === 'dark' ? 'dark' : 'light')}
        />
        <Segmented
          aria-label="Language"
          options={['zh', 'en']}
          value={current}
          onChange={(next) => choose(next === 'en' ? 'en' : 'zh')}
        />
      </div>
    </main>
  );
}
