import { addDays } from '@yilu/platform/contract';
import {
  type Column,
  EmptyState,
  ErrorState,
  LoadingState,
  PageBody,
  PageHeader,
  PanelSection,
  pathTo,
  RecordList,
  useAnswer,
  useFormats,
  useGo,
  useMay,
  usePages,
  useProjectId,
  useTabs,
  useText,
  ViewTabs,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { useMemo } from 'react';
import {
  type ComplianceFigure,
  kindTitles,
  listRegisters,
  type Register,
  registerCompliance,
  registerFieldTitles,
  Standing,
  seeCompliance,
} from '../contract/index.ts';
import { addresses } from './addresses.ts';
import { standingTitles, texts } from './text.ts';
import './interactions.css';

/** The 来电来访 register with its standing against the deadline, and how timely sites and people are (DOS-06). */
export function RegistersPage() {
  const t = useText();
  const go = useGo();
  const may = useMay();
  const projectId = useProjectId();
  const standing = useTabs('standing', Standing.options, standingTitles);
  const registers = usePages(listRegisters, {
    limit: 50,
    ...(projectId && { projectId }),
    ...(standing.chosen && { standing: standing.chosen }),
  });
  const columns = useColumns();
  return (
    <>
      <PageHeader
        open
        title={t(texts.registers)}
        actions={
          <Button type="primary" onClick={() => go(addresses.registerNew)}>
            {t(texts.registerCall)}
          </Button>
        }
      >
        <ViewTabs label={t(texts.standing)} {...standing.tabs} />
      </PageHeader>
      <PageBody full {...(may(seeCompliance) && { rail: <Rates projectId={projectId} /> })}>
        <RecordList
          pages={registers}
          notLoaded={t(texts.notLoaded)}
          empty={
            <EmptyState
              title={t(texts.nothing)}
              action={<Button onClick={() => go(addresses.registerNew)}>{t(texts.registerCall)}</Button>}
            >
              {t(texts.nothingWhy)}
            </EmptyState>
          }
          label={t(texts.registers)}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={({ personName, phoneMasked }) => personName ?? phoneMasked ?? ''}
          onOpen={({ id }) => go(pathTo({ path: addresses.register }, { registerId: id }))}
        />
      </PageBody>
    </>
  );
}

function useColumns(): readonly Column<Register>[] {
  const t = useText();
  const formats = useFormats();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t(texts.person),
        width: 140,
        fixed: true,
        cell: ({ personName }) => <b>{personName ?? '—'}</b>,
      },
      {
        key: 'phone',
        title: t(texts.phone),
        width: 130,
        cell: ({ phoneMasked }) => phoneMasked && formats.phone(phoneMasked),
      },
      { key: 'kind', title: t(texts.kind), width: 72, cell: ({ kind }) => t(kindTitles[kind]) },
      { key: 'time', title: t(texts.time), width: 140, cell: ({ contactedAt }) => formats.instant(contactedAt) },
      {
        key: 'standing',
        title: t(texts.standing),
        width: 84,
        cell: ({ standing }) => (
          <span
            className={
              standing === 'LATE' || standing === 'MISSING' ? 'yl-late' : standing === 'OPEN' ? 'yl-soon' : undefined
            }
          >
            {t(standingTitles[standing])}
          </span>
        ),
      },
      {
        key: 'times',
        title: t(texts.times),
        width: 72,
        align: 'right',
        cell: ({ timesBefore }) =>
          timesBefore === undefined ? '' : timesBefore === 0 ? t(texts.first) : timesBefore + 1,
      },
      {
        key: 'recorder',
        title: t(texts.recorder),
        width: 110,
        cell: ({ recordedBy, onBehalfOf }) => onBehalfOf?.name ?? recordedBy.name,
      },
      {
        key: 'lacks',
        title: t(texts.lacks),
        width: 220,
        cell: ({ missing }) => missing.map((field) => t(registerFieldTitles[field])).join(' '),
      },
    ],
    [t, formats],
  );
}

function Rates({ projectId }: { readonly projectId: string | undefined }) {
  const t = useText();
  const { today } = useFormats();
  const { data, error, refetch } = useAnswer(registerCompliance, {
    from: addDays(today, -6),
    to: today,
    ...(projectId && { projectId }),
  });
  if (error) return <ErrorState small error={error} onRetry={refetch} />;
  if (!data) return <LoadingState rows={3} />;
  return (
    <>
      <PanelSection title={t(texts.bySite)} note={t(texts.lastDays)}>
        <Figures rows={data.sites.map((site) => ({ ...site, key: site.projectId }))} />
      </PanelSection>
      <PanelSection title={t(texts.byPerson)} note={t(texts.lastDays)}>
        <Figures rows={data.people.map((one) => ({ ...one, key: one.accountId }))} />
      </PanelSection>
    </>
  );
}

function Figures({
  rows,
}: {
  readonly rows: readonly (ComplianceFigure & { readonly key: string; readonly name: string })[];
}) {
  const t = useText();
  const formats = useFormats();
  if (rows.length === 0) return <p className="yl-quiet">{t(texts.nothingWhy)}</p>;
  return (
    <table className="in-rates">
      <thead>
        <tr>
          <th scope="col">
            <span className="yl-hidden">{t(texts.recorder)}</span>
          </th>
          <th scope="col">{t(texts.onTime)}</th>
          <th scope="col">{t(texts.late)}</th>
          <th scope="col">{t(texts.missing)}</th>
          <th scope="col">{t(texts.rate)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, onTime, late, missing, rate }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>{onTime}</td>
            <td>{late}</td>
            <td className={missing > 0 ? 'yl-late' : undefined}>{missing}</td>
            <td>{rate === undefined ? '—' : formats.percent(rate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
