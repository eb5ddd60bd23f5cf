import {
  Activity,
  Chart,
  type ChartInk,
  ConflictDialog,
  DayRoad,
  DayRoadEnd,
  DayRoadGroup,
  DayRoadItem,
  Explain,
  Explanation,
  Figure,
  OwnerType,
  PanelSection,
  Ring,
  ScaleLine,
  ServiceTier,
  SidePanel,
  Stickiness,
  Timeline,
  useText,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { DoorOpen, House, Route, Wallet } from 'lucide-react';
import { useState } from 'react';

/** The road of a day, the timeline, explanations, figures, charts, panels and dialogs. */
export function PartsBoard() {
  const t = useText();
  return (
    <div className="yl-board">
      <div>
        <Day />
        <PanelSection title={t({ zh: '往来', en: 'Contacts' })} note="63">
          <Contacts />
        </PanelSection>
      </div>
      <div>
        <PanelSection title={t({ zh: '点开就解释', en: 'Explanation' })}>
          <Cooling />
        </PanelSection>
        <PanelSection title={t({ zh: '图', en: 'Charts' })}>
          <div className="yl-figures">
            <Figure
              title={t({ zh: '客户满意度', en: 'Satisfaction' })}
              value="91.8"
              unit="%"
              met
              target={t({ zh: '目标 90% 以上', en: 'Target 90% or more' })}
              targetValue={90}
              change={t({ zh: '较上季 +0.4', en: '+0.4' })}
              trend={[88, 89.4, 90.1, 89.6, 91, 91.4, 91.8]}
              parts="1,162 / 1,266"
              definition={t({ zh: '打 4–5 分的 / 有效答卷', en: 'scores 4–5 / valid answers' })}
              list={{ to: '/gallery', text: t({ zh: '看 104 份低分', en: 'See 104 low scores' }) }}
            />
            <Figure
              title={t({ zh: '净推荐值', en: 'NPS' })}
              value="47"
              met={false}
              target={t({ zh: '目标 50 以上', en: 'Target 50 or more' })}
              trend={[44, 46, 50, 49, 47]}
              targetValue={50}
            />
          </div>
          <Chart label={t({ zh: '近四周的联系次数', en: 'Contacts over four weeks' })} option={weeks} height={180} />
          <Ring share={0.86} label={t({ zh: '档案完善度', en: 'Completeness' })} />
        </PanelSection>
        <PanelSection title={t({ zh: '面板与对话', en: 'Panels and dialogs' })}>
          <Openings />
        </PanelSection>
      </div>
    </div>
  );
}

const weeks = (ink: ChartInk) => ({
  xAxis: { type: 'category' as const, data: ['1', '2', '3', '4'], axisLine: { lineStyle: { color: ink.line } } },
  yAxis: { type: 'value' as const, splitLine: { lineStyle: { color: ink.line } } },
  series: [{ type: 'bar' as const, data: [23, 31, 18, 27], barWidth: 28 }],
});

function Day() {
  const t = useText();
  return (
    <DayRoad>
      <DayRoadGroup title={t({ zh: '已逾期', en: 'Late' })} note={t({ zh: '1 件', en: '1' })}>
        <DayRoadItem
          time={t({ zh: '昨天', en: 'Yest.' })}
          state="late"
          due={<span className="yl-late">{t({ zh: '晚了 14 小时', en: '14 hours late' })}</span>}
          acts={
            <Button size="small" variant="filled" color="default">
              {t({ zh: '已联系', en: 'Reached' })}
            </Button>
          }
        >
          <b className="yl-strong">何雨桐</b> <span className="yl-room">3-1-0902</span>{' '}
          {t({ zh: '卫生间渗水投诉，首次联系业主', en: 'Leak complaint, first contact' })}
          <div className="yl-quiet">
            {t({ zh: '昨天 17:20 受理，应在 2 小时内联系', en: 'Taken yesterday 17:20, due within two hours' })}
          </div>
        </DayRoadItem>
      </DayRoadGroup>
      <DayRoadGroup title={t({ zh: '上午', en: 'Morning' })} note={t({ zh: '1 件', en: '1' })}>
        <DayRoadItem
          open
          time="10:30"
          state="next"
          due={t({ zh: '今天 12:00 前', en: 'Today by 12:00' })}
          acts={
            <>
              <Button size="small" type="primary">
                {t({ zh: '约好了', en: 'Arranged' })}
              </Button>
              <Button size="small">{t({ zh: '未接通', en: 'No answer' })}</Button>
            </>
          }
        >
          <b className="yl-strong">许静安</b> <span className="yl-room">3-2-1801</span>{' '}
          <b className="yl-strong">
            {t({ zh: '入住三个月居住访问，先约时间', en: 'Three-month visit: arrange a time' })}
          </b>
          <div className="yl-kit-row">
            <Stickiness value="TRUSTING" />
            <OwnerType value="WARM" />
            <Activity value="ACTIVE" />
            <ServiceTier value="VIP" />
          </div>
        </DayRoadItem>
      </DayRoadGroup>
      <DayRoadEnd>{t({ zh: '已完成 5 件', en: '5 done' })}</DayRoadEnd>
    </DayRoad>
  );
}

function Contacts() {
  const t = useText();
  return (
    <Timeline
      label={t({ zh: '往来', en: 'Contacts' })}
      foot={t({ zh: '再往前还有 54 条', en: '54 more before' })}
      entries={[
        {
          id: '1',
          now: true,
          day: t({ zh: '今天', en: 'Today' }),
          time: '10:30',
          icon: Route,
          kind: t({ zh: '旅程', en: 'Journey' }),
          title: t({ zh: '三个月居住访问', en: 'Three-month visit' }),
          second: t({ zh: '林晓约时间中，12:00 前', en: 'Being arranged, by 12:00' }),
        },
        {
          id: '2',
          day: t({ zh: '11 月 14 日', en: '14 Nov' }),
          time: '15:20',
          icon: DoorOpen,
          kind: t({ zh: '来访', en: 'Visit' }),
          title: t({ zh: '二期样板间，第 3 次，与先生同来', en: 'Show flat, third time, with her husband' }),
          second: t({
            zh: '“东户采光比家里好，就是总价再商量。”',
            en: '“Better light than at home; the price, let us talk.”',
          }),
        },
        {
          id: '3',
          time: '09:05',
          icon: Wallet,
          kind: t({ zh: '缴费', en: 'Fee' }),
          title: t({ zh: '第四季度物业费 2,184.00 元', en: 'Fourth quarter fee 2,184.00' }),
          onOpen: () => {},
        },
        {
          id: '4',
          day: t({ zh: '8 月 20 日', en: '20 Aug' }),
          time: '09:00',
          icon: House,
          kind: t({ zh: '入住', en: 'Move-in' }),
          title: t({ zh: '搬入 3-2-1801', en: 'Moved into 3-2-1801' }),
        },
      ]}
    />
  );
}

function Cooling() {
  const t = useText();
  return (
    <Explain
      label={t({ zh: '为什么是降温', en: 'Why cooling' })}
      full={
        <Explanation
          label={<Activity value="COOLING" />}
          since={t({ zh: '11 月 9 日起', en: 'since 9 Nov' })}
          foot={t({ zh: '再过 50 天没有互动，将变为沉默', en: 'Silent after 50 more days' })}
        >
          <b className="yl-strong">
            {t({
              zh: '42 天没有互动，最近一次是 10 月 9 日报修。',
              en: '42 days without contact; the last was a repair.',
            })}
          </b>
          <span className="yl-quiet">
            {t({ zh: '一个月内有互动为活跃，一至三个月为降温。', en: 'Within a month active, one to three cooling.' })}
          </span>
          <ScaleLine
            tone="soon"
            at={0.23}
            marks={[
              { at: 0, text: '0' },
              { at: 0.167, text: t({ zh: '1 月', en: '1 mo' }) },
              { at: 0.5, text: t({ zh: '3 月', en: '3 mo' }) },
              { at: 1, text: t({ zh: '6 月', en: '6 mo' }) },
            ]}
          />
        </Explanation>
      }
    >
      <Activity value="COOLING" />
    </Explain>
  );
}

function Openings() {
  const t = useText();
  const [open, setOpen] = useState<'panel' | 'conflict' | undefined>();
  const close = () => setOpen(undefined);
  return (
    <div className="yl-kit-row">
      <Button onClick={() => setOpen('panel')}>{t({ zh: '打开面板', en: 'Open the panel' })}</Button>
      <Button onClick={() => setOpen('conflict')}>{t({ zh: '两人同改', en: 'Conflict' })}</Button>
      <SidePanel
        open={open === 'panel'}
        title={t({ zh: '记一笔', en: 'Record' })}
        onClose={close}
        foot={
          <Button type="primary" onClick={close}>
            {t({ zh: '保存', en: 'Save' })}
          </Button>
        }
      >
        {t({ zh: '写一句刚才聊了什么。', en: 'A sentence on what was said.' })}
      </SidePanel>
      <ConflictDialog
        open={open === 'conflict'}
        who={t({ zh: '林晓，今天 10:06', en: 'Lin Xiao, today 10:06' })}
        fields={[
          {
            title: t({ zh: '职业', en: 'Work' }),
            theirs: t({ zh: '建筑设计', en: 'Architect' }),
            mine: t({ zh: '室内设计', en: 'Interior designer' }),
          },
        ]}
        onKeepMine={close}
        onTakeTheirs={close}
        onClose={close}
      />
    </div>
  );
}
