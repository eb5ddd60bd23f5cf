import {
  BulkBar,
  ColumnChooser,
  FilterBar,
  type FilterField,
  FilterGroup,
  nothingFiltered,
  PageHeader,
  RecordTable,
  type Sort,
  shippedLayout,
  useQueryJson,
  useQueryState,
  useText,
  ViewTabs,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { Download, ListPlus, Plus, Send, Tag, Upload } from 'lucide-react';
import { useMemo, useState } from 'react';
import { peopleOf } from './people.ts';
import { usePeopleColumns } from './people-columns.tsx';

const fields: readonly FilterField[] = [
  {
    key: 'activity',
    title: { zh: '活跃度', en: 'Activity' },
    kind: 'choice',
    options: [
      { value: 'ACTIVE', title: { zh: '活跃', en: 'Active' } },
      { value: 'COOLING', title: { zh: '降温', en: 'Cooling' } },
    ],
  },
  { key: 'lastContact', title: { zh: '最近互动', en: 'Last contact' }, kind: 'day' },
  { key: 'completeness', title: { zh: '完善度', en: 'Completeness' }, kind: 'number', unit: { zh: '%', en: '%' } },
];

/** The customer book's parts, beside look/02-customers.png: 100,000 rows to try the scrolling. */
export function ListsBoard() {
  const t = useText();
  const columns = usePeopleColumns();
  const rows = useMemo(() => peopleOf(100_000), []);
  const [layout, setLayout] = useState(() => shippedLayout(columns));
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set(['4', '5', '7']));
  const [sort, setSort] = useState<Sort | undefined>();
  const [view, setView] = useQueryState('view', 'mine');
  const [text, setText] = useQueryState('q', '');
  const [filter, setFilter] = useQueryJson('filter', FilterGroup, nothingFiltered);
  return (
    <div className="yl-lists">
      <PageHeader
        open
        title={t({ zh: '客户', en: 'Customers' })}
        actions={
          <>
            <Button icon={<Upload size={16} aria-hidden="true" />}>{t({ zh: '导入', en: 'Import' })}</Button>
            <Button icon={<Download size={16} aria-hidden="true" />}>{t({ zh: '导出', en: 'Export' })}</Button>
            <Button type="primary" icon={<Plus size={16} aria-hidden="true" />}>
              {t({ zh: '登记客户', en: 'Register' })}
            </Button>
          </>
        }
      >
        <ViewTabs
          label={t({ zh: '视图', en: 'Views' })}
          chosen={view}
          onChoose={setView}
          tabs={[
            { key: 'all', title: t({ zh: '全部', en: 'All' }), count: 4_233 },
            { key: 'mine', title: t({ zh: '我的住户', en: 'My households' }), count: 268 },
            { key: 'cooling', title: t({ zh: '正在降温', en: 'Cooling' }), count: 38 },
          ]}
        />
      </PageHeader>
      <FilterBar
        search={{
          value: text,
          onChange: setText,
          placeholder: t({ zh: '姓名、拼音、房号、尾号', en: 'Name, room, end of a phone' }),
        }}
        fields={fields}
        filter={filter}
        onFilter={setFilter}
      >
        <span>{t({ zh: '第 1–50 户，共 268 户', en: '1–50 of 268' })}</span>
        <ColumnChooser columns={columns} layout={layout} onLayout={setLayout} />
      </FilterBar>
      <RecordTable
        label={t({ zh: '客户', en: 'Customers' })}
        rows={rows}
        columns={columns}
        keyOf={(row) => row.id}
        nameOf={(row) => row.name}
        layout={layout}
        onLayout={setLayout}
        chosen={chosen}
        onChosen={choose}
        sort={sort}
        onSort={setSort}
        onOpen={(row) => setText(row.name)}
        card={(row) => (
          <>
            <b>{row.name}</b>
            <span className="yl-quiet">{row.room}</span>
          </>
        )}
      />
      <BulkBar
        count={chosen.size}
        unit={t({ zh: '户', en: 'households' })}
        onClear={() => choose(new Set())}
        all={{ total: 4_233, chosen: false, choose: () => {} }}
        actions={[
          { title: t({ zh: '派任务', en: 'Assign a task' }), icon: ListPlus, run: () => {} },
          {
            title: t({ zh: '发消息', en: 'Message' }),
            icon: Send,
            run: () => {},
            note: t({ zh: '4 户可发，2 户本月不打扰', en: '4 may be written to' }),
          },
          {
            title: t({ zh: '加标签', en: 'Tag' }),
            icon: Tag,
            run: () => {},
            whyNot: t({ zh: '没有这个权限', en: 'Not permitted' }),
          },
        ]}
      />
    </div>
  );
}
