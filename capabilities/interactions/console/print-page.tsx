import { fieldOf } from '@yilu/customers/contract';
import { dayOf } from '@yilu/platform/contract';
import { ErrorState, LoadingState, useAnswer, useFormats, useParams, useText, useViewer } from '@yilu/platform/web';
import { readDictionary } from '@yilu/settings/contract';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type RegisterAnswers, type RegisterDetail, readRegister } from '../contract/index.ts';
import { texts } from './text.ts';
import './print.css';

/** 来电 or 来访客户登记表 as an A4 page, from the data that is there; what is empty stays a line to write on. */
export function PrintPage() {
  const t = useText();
  const { registerId } = useParams('registerId');
  const { data, error, refetch } = useAnswer(readRegister, { registerId });
  if (error) return <ErrorState error={error} title={t(texts.registersNotLoaded)} onRetry={refetch} />;
  if (!data) return <LoadingState shape="form" />;
  return (
    <main>
      <div className="in-print-acts">
        <Button type="primary" onClick={() => window.print()}>
          {t(texts.print)}
        </Button>
      </div>
      <Sheet register={data} />
    </main>
  );
}

// The form is the trade's own and stays Chinese, whatever the language of the page.
function Sheet({ register }: { readonly register: RegisterDetail }) {
  const formats = useFormats();
  const viewer = useViewer();
  const { form, followUp, kind } = register;
  const isVisit = kind === 'VISIT_IN';
  const word = isVisit ? '来访' : '来电';
  const day = dayOf(register.contactedAt);
  const [year, month, date] = day.split('-').map(Number);
  return (
    <article className="in-sheet" lang="zh-CN">
      <header>
        <span>{register.projectName}</span>
        <span>
          {year} 年 {month} 月 {date} 日 第 {register.numberOfDay} 位
        </span>
      </header>
      <h1>{word}客户登记表</h1>
      <table>
        <tbody>
          <tr>
            <Cell label={`${word}日期`}>{`${month} 月 ${date} 日`}</Cell>
            <Cell label={isVisit ? '到达时间' : '来电时间'}>{formats.clock(register.contactedAt)}</Cell>
            <Cell label={`第几次${word}`}>
              {register.timesBefore === undefined ? '' : `第 ${register.timesBefore + 1} 次`}
            </Cell>
          </tr>
          <tr>
            <Cell label="客户姓名">{register.personName}</Cell>
            <Cell label="性别">{form.sex && (form.sex === 'female' ? '女' : '男')}</Cell>
            <Cell label="联系电话">{register.phoneMasked}</Cell>
          </tr>
          {isVisit && (
            <tr>
              <Cell label="年龄">{form.age}</Cell>
              <Cell label="职业">
                <Answer of="occupation" answers={form.answers} />
              </Cell>
              <Cell label="联系地址">{form.answers.address}</Cell>
            </tr>
          )}
          {isVisit && (
            <Wide label="家庭结构">
              <Boxes of="familyStructure" answers={form.answers} />
            </Wide>
          )}
          <Wide label="获知途径">
            <Boxes of="sourceChannel" answers={form.answers} />
          </Wide>
          {isVisit && (
            <Wide label="置业目的">
              <Boxes of="purchasePurpose" answers={form.answers} />
            </Wide>
          )}
          {isVisit && (
            <tr>
              <Cell label="需求户型">
                <Answer of="needLayout" answers={form.answers} />
              </Cell>
              <Cell label="面积">
                <Answer of="needArea" answers={form.answers} />
              </Cell>
              <Cell label="总价区间">
                <Answer of="totalPrice" answers={form.answers} />
              </Cell>
            </tr>
          )}
          {isVisit && <Wide label="同来的人">{form.parts.companions}</Wide>}
          <Wide label="认可点" tall>
            {form.parts.approves}
          </Wide>
          <Wide label="疑问点" tall>
            {form.parts.doubts}
          </Wide>
          <Wide label={isVisit ? '洽谈经过' : '咨询内容'} tallest>
            {form.parts.keyPoints}
          </Wide>
          <Wide label="下次跟进">{followUp && `${followUp.on}，${followUp.what}`}</Wide>
        </tbody>
      </table>
      <p className="in-signatures">
        <span>登记人 {register.recordedBy.name}</span>
        <span>置业顾问 {register.onBehalfOf?.name ?? register.recordedBy.name}</span>
        <span>案场经理</span>
      </p>
      <footer>
        <span>
          {register.completedAt ? `登记于 ${formats.instant(register.completedAt)}。` : ''}个人信息仅用于本次购房服务。
        </span>
        <span>
          {viewer.name} 打印于 {formats.today} {formats.clock(formats.now)}
        </span>
      </footer>
    </article>
  );
}

function Cell({ label, children }: { readonly label: string; readonly children?: ReactNode }) {
  return (
    <>
      <th scope="row">{label}</th>
      <td>{children}</td>
    </>
  );
}

function Wide({
  label,
  children,
  tall = false,
  tallest = false,
}: {
  readonly label: string;
  readonly children?: ReactNode;
  readonly tall?: boolean;
  readonly tallest?: boolean;
}) {
  return (
    <tr className={tallest ? 'in-tallest' : tall ? 'in-tall' : undefined}>
      <th scope="row">{label}</th>
      <td colSpan={5}>{children}</td>
    </tr>
  );
}

interface Of {
  readonly of: keyof RegisterAnswers;
  readonly answers: RegisterAnswers;
}

function useChoices(key: keyof RegisterAnswers) {
  const type = fieldOf(key)?.type;
  const list = type?.kind === 'dictionary' ? type.dictionary : '';
  const { data } = useAnswer(readDictionary, { key: list }, { when: list !== '', fresh: 300_000 });
  if (type?.kind === 'dictionary')
    return (data?.entries ?? []).filter(({ retiredAt }) => !retiredAt).map(({ id, zh }) => ({ id, zh }));
  return type?.kind === 'choice' || type?.kind === 'choices'
    ? type.choices.map(({ key: id, title }) => ({ id, zh: title.zh }))
    : [];
}

/** All choices with the ticked ones, as on paper. */
function Boxes({ of, answers }: Of) {
  const chosen = [answers[of] ?? []].flat();
  return (
    <span className="in-boxes">
      {useChoices(of).map(({ id, zh }) => (
        <span key={id}>
          {chosen.includes(id) ? '☑' : '☐'} {zh}
        </span>
      ))}
    </span>
  );
}

function Answer({ of, answers }: Of) {
  const chosen = [answers[of] ?? []].flat();
  return useChoices(of)
    .filter(({ id }) => chosen.includes(id))
    .map(({ zh }) => zh)
    .join('、');
}
