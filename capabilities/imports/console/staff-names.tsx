import { listStaff } from '@yilu/identity/contract';
import { useAnswer, useAsk, useText } from '@yilu/platform/web';
import { Select } from 'antd';
import { type ImportRun, matchStaff, readImport } from '../contract/index.ts';
import { texts } from './text.ts';

/** Whose accounts the names in the files mean: decided once, remembered for later files. */
export function StaffNames({ run }: { readonly run: ImportRun }) {
  const t = useText();
  const isOpen = run.phase === 'previewed';
  const staff = useAnswer(listStaff, { limit: 200 }, { when: isOpen });
  const asking = useAsk(matchStaff, { invalidates: [readImport] });
  const options = [
    ...(staff.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    { value: '', label: t(texts.notMatched) },
  ];
  return (
    <section className="yl-staff-names" aria-label={t(texts.staff)}>
      <div className="yl-imports-head">
        <h2>{t(texts.staff)}</h2>
        <span className="yl-quiet">{t(texts.staffNote)}</span>
      </div>
      <ul>
        {run.staffNames.map(({ name, staffId }) => (
          <li key={name}>
            <b>{name}</b>
            {isOpen && staff.data ? (
              <Select
                size="small"
                aria-label={name}
                value={staffId ?? ''}
                options={options}
                showSearch={{ optionFilterProp: 'label' }}
                onChange={(chosen) =>
                  asking.mutate({ importId: run.id, names: [{ name, staffId: chosen === '' ? null : chosen }] })
                }
              />
            ) : (
              <span className="yl-quiet">{t(staffId ? texts.matched : texts.notMatched)}</span>
            )}
          </li>
        ))}
      </ul>
      {asking.error && <p role="alert">{asking.error.message}</p>}
    </section>
  );
}
