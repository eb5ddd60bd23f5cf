import { day } from '@yilu/platform/contract';
import {
  Activity,
  DayField,
  FormRow,
  LinkCard,
  Meter,
  RecordTable,
  Skeleton,
  useText,
  ViewTabs,
} from '@yilu/platform/web';
import { Alert, Badge, Button, Checkbox, Input, Radio, Segmented, Select, Switch, Tag, Tooltip } from 'antd';
import { useMemo, useState } from 'react';
import { peopleOf } from './people.ts';
import { usePeopleColumns } from './people-columns.tsx';

/** Beside look/12-antd-kit.png. */
export function KitBoard() {
  const t = useText();
  return (
    <div className="yl-kit">
      <section>
        <h2>{t({ zh: '按钮', en: 'Buttons' })}</h2>
        <div className="yl-kit-row">
          <Button type="primary">{t({ zh: '导入 599 行', en: 'Import 599 rows' })}</Button>
          <Button>{t({ zh: '上一步', en: 'Back' })}</Button>
          <Button type="text">{t({ zh: '复制', en: 'Copy' })}</Button>
          <Button danger>{t({ zh: '退回', en: 'Return' })}</Button>
          <Button type="link" style={{ paddingInline: 0 }}>
            {t({ zh: '看记录', en: 'See records' })}
          </Button>
          <Button disabled>{t({ zh: '导出', en: 'Export' })}</Button>
        </div>
        <h2 style={{ marginTop: 16 }}>{t({ zh: '表单', en: 'Form' })}</h2>
        <Fields />
      </section>
      <section>
        <h2>{t({ zh: '选择', en: 'Choosing' })}</h2>
        <div className="yl-kit-row">
          <Checkbox defaultChecked>{t({ zh: '含出租', en: 'Let out' })}</Checkbox>
          <Checkbox>{t({ zh: '含空置', en: 'Empty' })}</Checkbox>
          <Radio.Group
            defaultValue="today"
            options={[
              { value: 'today', label: t({ zh: '今天', en: 'Today' }) },
              { value: 'week', label: t({ zh: '本周', en: 'This week' }) },
            ]}
          />
          <Switch size="small" defaultChecked aria-label={t({ zh: '开', en: 'On' })} />
          <Switch size="small" aria-label={t({ zh: '关', en: 'Off' })} />
        </div>
        <h2 style={{ marginTop: 16 }}>{t({ zh: '下拉', en: 'Select' })}</h2>
        <Select
          aria-label={t({ zh: '渠道', en: 'Channel' })}
          defaultValue="wechat"
          style={{ width: 194 }}
          options={[
            { value: 'phone', label: t({ zh: '电话', en: 'Phone' }) },
            { value: 'wechat', label: t({ zh: '微信', en: 'WeChat' }) },
            { value: 'meeting', label: t({ zh: '见面', en: 'Meeting' }) },
          ]}
        />
      </section>
      <Notices />
      <Cards />
      <People />
      <Dialog />
    </div>
  );
}

function Fields() {
  const t = useText();
  const [next, setNext] = useState<ReturnType<typeof day> | undefined>(day('2026-11-22'));
  return (
    <div className="yl-form-grid yl-form-grid-2">
      <FormRow label={t({ zh: '姓名', en: 'Name' })} required>
        <Input defaultValue="许静安" />
      </FormRow>
      <FormRow
        label={t({ zh: '手机号码', en: 'Mobile' })}
        error={t({ zh: '少一位，请核对', en: 'One digit short, please check' })}
      >
        <Input defaultValue="1380000204" />
      </FormRow>
      <FormRow label={t({ zh: '信息获知途径', en: 'How they heard' })}>
        <Select
          defaultValue="owner"
          options={[{ value: 'owner', label: t({ zh: '老业主介绍', en: 'Told by an owner' }) }]}
        />
      </FormRow>
      <FormRow label={t({ zh: '下次跟进', en: 'Next follow-up' })}>
        <DayField value={next} onChange={setNext} />
      </FormRow>
    </div>
  );
}

function Notices() {
  const t = useText();
  return (
    <section>
      <h2>{t({ zh: '分段与标签', en: 'Segments and tags' })}</h2>
      <div className="yl-kit-row">
        <Segmented
          aria-label={t({ zh: '颜色按', en: 'Coloured by' })}
          options={[
            t({ zh: '粘性', en: 'Stickiness' }),
            t({ zh: '活跃度', en: 'Activity' }),
            t({ zh: '服务等级', en: 'Service' }),
          ]}
        />
        <Badge count={6} size="small">
          <Button>{t({ zh: '服务台', en: 'Service desk' })}</Button>
        </Badge>
        <Tag variant="filled">{t({ zh: '采光', en: 'Daylight' })}</Tag>
        <Tag variant="filled" color="error">
          {t({ zh: '关注', en: 'Attention' })}
        </Tag>
      </div>
      <h2 style={{ marginTop: 16 }}>{t({ zh: '提示', en: 'Notices' })}</h2>
      <div className="yl-stack">
        <Alert showIcon type="info" title={t({ zh: '本季还剩 41 天', en: '41 days left this quarter' })} />
        <Alert showIcon type="warning" title={t({ zh: '没有信号，已存 2 条', en: 'No signal, two records kept' })} />
        <Alert showIcon type="error" title={t({ zh: '没有取到往来记录', en: 'The records did not come' })} />
        <Alert showIcon type="success" title={t({ zh: '已导入 599 行', en: '599 rows imported' })} />
      </div>
    </section>
  );
}

function Cards() {
  const t = useText();
  return (
    <section className="yl-kit-wide">
      <h2>{t({ zh: '去别的页', en: 'Leading to pages' })}</h2>
      <div className="yl-link-cards">
        <LinkCard
          to="/gallery"
          title={t({ zh: '公司与项目', en: 'Companies and projects' })}
          note={t({ zh: '谁在谁下面，用什么简码和抬头。', en: 'Who stands under whom, with codes and letterheads.' })}
          fact={t({ zh: '2 个项目', en: '2 projects' })}
        />
        <LinkCard
          to="/gallery"
          title={t({ zh: '角色', en: 'Roles' })}
          note={t({ zh: '权限决定能做什么。', en: 'Permissions say what may be done.' })}
        />
      </div>
    </section>
  );
}

function People() {
  const t = useText();
  const rows = useMemo(() => peopleOf(7), []);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set(['2', '4']));
  const [tab, setTab] = useState('mine');
  return (
    <section className="yl-kit-wide">
      <h2>{t({ zh: '表格（紧凑）', en: 'Table (dense)' })}</h2>
      <RecordTable
        label={t({ zh: '客户', en: 'Customers' })}
        rows={rows}
        columns={usePeopleColumns()}
        keyOf={(row) => row.id}
        nameOf={(row) => row.name}
        chosen={chosen}
        onChosen={choose}
        sort={{ key: 'days', direction: 'descending' }}
        onSort={() => {}}
      />
      <h2 style={{ marginTop: 16 }}>{t({ zh: '标签页', en: 'Views' })}</h2>
      <ViewTabs
        label={t({ zh: '视图', en: 'Views' })}
        chosen={tab}
        onChoose={setTab}
        tabs={[
          { key: 'mine', title: t({ zh: '我的住户', en: 'My households' }), count: 268 },
          { key: 'cooling', title: t({ zh: '正在降温', en: 'Cooling' }), count: 38 },
          { key: 'vip', title: 'VIP', count: 31 },
        ]}
      />
    </section>
  );
}

function Dialog() {
  const t = useText();
  return (
    <section>
      <h2>{t({ zh: '对话与气泡', en: 'Dialog and tip' })}</h2>
      <div className="yl-dialog">
        <b>{t({ zh: '合并两位业主', en: 'Merge two owners' })}</b>
        <p className="yl-quiet">
          {t({
            zh: '手机号相同，姓名差一个字。合并后 30 天内可以拆开。',
            en: 'Same phone, one character apart. Can be split for 30 days.',
          })}
        </p>
        <div className="yl-kit-row">
          <Button>{t({ zh: '先不合', en: 'Not now' })}</Button>
          <Button type="primary">{t({ zh: '合并', en: 'Merge' })}</Button>
        </div>
      </div>
      <div className="yl-kit-row" style={{ marginTop: 56 }}>
        <Tooltip open title={t({ zh: '42 天没有互动', en: '42 days without contact' })}>
          <span>
            <Activity value="COOLING" />
          </span>
        </Tooltip>
        <Meter thick share={0.86} label={t({ zh: '完善度', en: 'Completeness' })} />
        86%
      </div>
      <h2 style={{ marginTop: 24 }}>{t({ zh: '骨架', en: 'Skeleton' })}</h2>
      <Skeleton rows={2} shape="form" />
    </section>
  );
}
