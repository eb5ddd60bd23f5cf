import { Activity, type Column, IntentGrade, Lifecycle, Stickiness, useText } from '@yilu/platform/web';
import { useMemo } from 'react';
import type { GalleryPerson } from './people.ts';

export function usePeopleColumns(): readonly Column<GalleryPerson>[] {
  const t = useText();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t({ zh: '姓名', en: 'Name' }),
        width: 72,
        fixed: true,
        sortable: true,
        cell: (row) => <b className="yl-strong">{row.name}</b>,
      },
      { key: 'room', title: t({ zh: '房号', en: 'Room' }), width: 100, cell: (row) => row.room },
      {
        key: 'grade',
        title: t({ zh: '意向', en: 'Intent' }),
        width: 56,
        cell: (row) => (row.grade ? <IntentGrade value={row.grade} /> : '–'),
      },
      {
        key: 'stage',
        title: t({ zh: '生命周期', en: 'Lifecycle' }),
        width: 112,
        cell: (row) => <Lifecycle value={row.stage} />,
      },
      {
        key: 'activity',
        title: t({ zh: '活跃度', en: 'Activity' }),
        width: 72,
        cell: (row) => <Activity value={row.activity} />,
      },
      {
        key: 'stickiness',
        title: t({ zh: '粘性', en: 'Stickiness' }),
        width: 84,
        cell: (row) => <Stickiness value={row.stickiness} />,
      },
      {
        key: 'days',
        title: t({ zh: '最近互动', en: 'Last contact' }),
        width: 88,
        align: 'right',
        sortable: true,
        cell: (row) => t({ zh: `${row.days} 天前`, en: `${row.days} days ago` }),
      },
      { key: 'next', title: t({ zh: '下一步', en: 'Next' }), width: 160, cell: (row) => row.next },
    ],
    [t],
  );
}
