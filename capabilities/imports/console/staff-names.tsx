import { ColleagueSelect } from '@yilu/identity/console/colleague-select';
import { useAsk, useText } from '@yilu/platform/web';
import { type ImportRun, matchStaff, readImport } from '../contract/index.ts';
import { texts } from './text.ts';

/** Whose accounts the names in the files mean: decided once, remembered for later files. */
export function StaffNames({ run }: { readonly run: ImportRun }) {
  const t = useText();
  const isOpen = run.phase === 'previewed';
  const asking = useAsk(matchStaff, { invalidates: [readImport] });
  return (
    <section className="yl-staff-names" aria-label={t(texts.staff)}>
      <div className="yl-imports-head">
        <h2>{t(texts.staff)}</h2>
        <span className="yl-quiet">{t(texts.staffNote)}</span>
      </div>
      <ul>
        {run.staffNames.map(({ name, staffId, calledNow }) => (
          <li key={name}>
            <b>{name}</b>
            {isOpen ? (
              <ColleagueSelect
                size="small"
                aria-label={name}
                value={staffId}
                name={calledNow}
                nobody={t(texts.notMatched)}
                suggested={name}
                onChange={(chosen) => asking.mutate({ importId: run.id, names: [{ name, staffId: chosen ?? null }] })}
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
