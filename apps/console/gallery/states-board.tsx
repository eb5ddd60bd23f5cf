import {
  AskError,
  EmptyState,
  ErrorState,
  LongWork,
  NoPermission,
  OfflineNotice,
  Skeleton,
  SyncMark,
  useText,
  useToast,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { Check } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';

/** Beside look/11-states.png. */
export function StatesBoard() {
  const t = useText();
  const tell = useToast();
  useEffect(() => {
    tell({
      message: t({ zh: '已记下：许静安，约在今天 16:00', en: 'Noted: Xu Jing’an, today 16:00' }),
      undo: () => {},
    });
  }, [tell, t]);
  return (
    <div className="yl-states">
      <State title={t({ zh: '空', en: 'Empty' })} note={t({ zh: '说清为什么空，给一个动作', en: 'Why, and one act' })}>
        <EmptyState
          title={t({ zh: '今天的事都做完了', en: 'Everything is done for today' })}
          action={<Button>{t({ zh: '看周一', en: 'See Monday' })}</Button>}
        >
          {t({
            zh: '周一有 11 件，多为 5 栋满月建档，想提前做的话，从第一件开始。',
            en: 'Monday has eleven; begin with the first if you like.',
          })}
        </EmptyState>
      </State>
      <State
        title={t({ zh: '加载', en: 'Loading' })}
        note={t({ zh: '先出骨架，300 毫秒内不闪', en: 'A skeleton after 300 ms' })}
      >
        <div style={{ padding: '24px' }}>
          <Skeleton rows={5} />
          <p className="yl-foot" style={{ marginTop: 24 }}>
            {t({ zh: '超过 2 秒才说：名单较大，正在取第 1–50 户', en: 'After 2 s only: a large list, reading 1–50' })}
          </p>
        </div>
      </State>
      <State
        title={t({ zh: '出错', en: 'Error' })}
        note={t({ zh: '发生什么、为什么、下一步', en: 'What, why, what next' })}
      >
        <ErrorState
          title={t({ zh: '没有取到往来记录', en: 'The records did not come' })}
          error={
            new AskError({
              status: 0,
              code: 'web.no_answer',
              message: t({
                zh: '服务器 10 秒没有回应，您写的内容都还在。档案和关系已是最新，可以先看。',
                en: 'The server did not answer for 10 s. What you wrote is safe.',
              }),
            })
          }
          onRetry={() => {}}
          action={<Button>{t({ zh: '告诉管理员', en: 'Tell an administrator' })}</Button>}
        />
      </State>
      <State top title={t({ zh: '离线', en: 'Offline' })} note={t({ zh: '照常记，回来再传', en: 'Work goes on' })}>
        <OfflineNotice>
          {t({
            zh: '没有信号。已存在手机里 2 条，有信号时自动上传。',
            en: 'No signal. Two records wait on this phone.',
          })}
        </OfflineNotice>
        <Line
          title={t({ zh: '验房 3-1-0902', en: 'Inspection 3-1-0902' })}
          note={t({ zh: '照片 6 张，签字 1 个', en: '6 photos, 1 signature' })}
          end={<SyncMark state="waiting" />}
        />
        <Line
          title={t({ zh: '派工单 卫生间渗水', en: 'Work order, bathroom leak' })}
          note={t({ zh: '到场 14:32，拍照 4 张', en: 'Arrived 14:32, 4 photos' })}
          end={<SyncMark state="waiting" />}
        />
        <Line
          title={t({ zh: '电话 周以宁', en: 'Call, Zhou Yining' })}
          note={t({ zh: '记了 48 个字', en: '48 characters' })}
          end={<SyncMark state="sent" />}
        />
      </State>
      <State
        title={t({ zh: '没有权限', en: 'No permission' })}
        note={t({ zh: '不吓人，给出路', en: 'Not frightening' })}
      >
        <NoPermission
          title={t({ zh: '这一栏没有打开', en: 'This field is not open' })}
          action={<Button>{t({ zh: '发授权请求', en: 'Ask for consent' })}</Button>}
        >
          {t({
            zh: '投资渠道要业主单独授权，她还没有授权。可以请她在业主端确认。',
            en: 'Her own consent is needed; she can give it in her app.',
          })}
        </NoPermission>
      </State>
      <State
        top
        title={t({ zh: '长活儿与撤销', en: 'Long work and undo' })}
        note={t({ zh: '可以离开，可以反悔', en: 'May be left, may be undone' })}
      >
        <div style={{ padding: '20px 20px 12px' }}>
          <LongWork title={t({ zh: '正在导入 599 行', en: 'Importing 599 rows' })} done={412} total={599}>
            {t({
              zh: '大约还要 20 秒。可以离开，做完在右下角告诉您。',
              en: 'About 20 s. You may leave; we tell you when it is done.',
            })}
          </LongWork>
        </div>
        <Line
          title={<Done>{t({ zh: '导出“我的住户”268 户', en: 'Exported “my households”, 268' })}</Done>}
          end={<span className="yl-quiet">{t({ zh: '可下载，带水印', en: 'Ready' })}</span>}
        />
        <Line
          title={<Done>{t({ zh: '重算标签 4,233 户', en: 'Labels recomputed, 4,233' })}</Done>}
          end={<span className="yl-quiet">{t({ zh: '改变 57 户', en: '57 changed' })}</span>}
        />
      </State>
    </div>
  );
}

function State({
  title,
  note,
  top = false,
  children,
}: {
  title: string;
  note: string;
  top?: boolean;
  children: ReactNode;
}) {
  return (
    <section>
      <h2>
        {title}
        <span>{note}</span>
      </h2>
      <div className={top ? 'yl-pane yl-pane-top' : 'yl-pane'}>{children}</div>
    </section>
  );
}

function Line({ title, note, end }: { title: ReactNode; note?: string; end: ReactNode }) {
  return (
    <div className="yl-pane-line">
      <div>
        {typeof title === 'string' ? <b>{title}</b> : title}
        {note && <span className="yl-quiet">{note}</span>}
      </div>
      {end}
    </div>
  );
}

function Done({ children }: { readonly children: ReactNode }) {
  return (
    <span className="yl-kit-row">
      <Check size={14} aria-hidden="true" />
      {children}
    </span>
  );
}
