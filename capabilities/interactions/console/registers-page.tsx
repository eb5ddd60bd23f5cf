import {
  type Column,
  EmptyState,
  pathTo,
  TabbedList,
  useFormats,
  useGo,
  usePages,
  useProjectId,
  useTabs,
  useText,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { useMemo } from 'react';
import { kindTitles, listRegisters, type Register, registerFieldTitles, Standing } from '../contract/index.ts';
import { addresses } from './addresses.ts';
import { Rates } from './rates.tsx';
import { cameLater, standingTitles, texts } from './text.ts';
import './interactions.css';

/** The 来电来访 register with its standing against the deadline, and how timely sites and people are (DOS-06). */
export function RegistersPage() {
  const t = useText();
  const go = useGo();
  const projectId = useProjectId();
  const standing = useTabs('standing', Standing.options, standingTitles);
  const registers = usePages(listRegisters, {
    limit: 50,
    ...(projectId && { projectId }),
    ...(standing.chosen && { standing: standing.chosen }),
  });
  const columns = useColumns();
  return (
    <TabbedList
      title={t(texts.registers)}
      actions={
        <Button type="primary" onClick={() => go(addresses.registerNew)}>
          {t(texts.registerCall)}
        </Button>
      }
      by={{ label: t(texts.standing), ...standing.tabs }}
      rail={<Rates projectId={projectId} />}
      pages={registers}
      notLoaded={t(texts.registersNotLoaded)}
      empty={
        <EmptyState
          title={t(texts.nothing)}
          action={<Button onClick={() => go(addresses.registerNew)}>{t(texts.registerCall)}</Button>}
        >
          {t(texts.nothingWhy)}
        </EmptyState>
      }
      columns={columns}
      keyOf={({ id }) => id}
      nameOf={({ personName, phoneMasked }) => personName ?? phoneMasked ?? ''}
      onOpen={({ id }) => go(pathTo({ path: addresses.register }, { registerId: id }))}
      card={(register) => <RegisterCard register={register} />}
    />
  );
}

/** On a telephone: who, when, which way, and whether it is complete. */
function RegisterCard({ register }: { readonly register: Register }) {
  const t = useText();
  const formats = useFormats();
  const { personName, phoneMasked, kind, contactedAt } = register;
  return (
    <>
      <div className="in-card-line">
        <b className="yl-strong">{personName ?? '—'}</b>
        {phoneMasked && <span className="yl-quiet">{formats.phone(phoneMasked)}</span>}
      </div>
      <div className="in-card-line">
        <span className="yl-quiet">
          {t(kindTitles[kind])} · {formats.instant(contactedAt)}
        </span>
        <StandingWord register={register} />
      </div>
    </>
  );
}

function StandingWord({ register: { standing, arrivedAt } }: { readonly register: Register }) {
  const t = useText();
  const formats = useFormats();
  const came = arrivedAt && t(cameLater(formats.instant(arrivedAt)));
  const tone = standing === 'LATE' || standing === 'MISSING' ? 'yl-late' : standing === 'OPEN' ? 'yl-soon' : undefined;
  return (
    <span title={came} className={tone}>
      {t(standingTitles[standing])}
      {came && <span className="yl-hidden">{came}</span>}
    </span>
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
      { key: 'kind', title: t(texts.kind), width: 92, cell: ({ kind }) => t(kindTitles[kind]) },
      { key: 'time', title: t(texts.time), width: 140, cell: ({ contactedAt }) => formats.instant(contactedAt) },
      {
        key: 'standing',
        title: t(texts.standing),
        width: 96,
        cell: (register) => <StandingWord register={register} />,
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
        cell: ({ missing }) => {
          const fields = missing.map((field) => t(registerFieldTitles[field])).join(t(texts.comma));
          return <span title={fields}>{fields}</span>;
        },
      },
    ],
    [t, formats],
  );
}
