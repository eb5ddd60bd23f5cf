import { ErrorState, Link, LoadingState, pathTo, usePages, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { type RoomKind, searchRooms, stageNames } from '../contract/index.ts';
import { roomAddress } from './pages.ts';
import { texts } from './text.ts';

/** Parking spaces, shops and storage that stand in no building. */
export function ApartList({ projectId, kind }: { readonly projectId: string; readonly kind: RoomKind }) {
  const t = useText();
  const { rows, error, again, hasMore, more, isLoadingMore } = usePages(searchRooms, {
    projectId,
    kind,
    apart: 'true',
    limit: 100,
  });
  if (error) return <ErrorState error={error} onRetry={again} small />;
  if (!rows) return <LoadingState rows={6} />;
  return (
    <>
      <ul className="pr-lines">
        {rows.map((room) => (
          <li key={room.id}>
            <Link to={pathTo(roomAddress, { roomId: room.id })}>{room.displayName}</Link>
            <span className="yl-quiet">{t(stageNames[room.stage])}</span>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button loading={isLoadingMore} onClick={more} block>
          {t(texts.more)}
        </Button>
      )}
    </>
  );
}
