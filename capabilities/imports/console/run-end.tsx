import { dayOf } from '@yilu/platform/contract';
import { Link, useAsk, useFormats, useText } from '@yilu/platform/web';
import { Button, Popconfirm } from 'antd';
import { Check, Undo2 } from 'lucide-react';
import { type ImportRun, listImports, readImport, undoImport } from '../contract/index.ts';
import { together } from './kept-together.ts';
import { broughtWords } from './run-words.ts';
import { texts } from './text.ts';

/** What an applied import brought and how it is taken back; what an undone one left. */
export function RunEnd({ run }: { readonly run: ImportRun }) {
  if (run.phase === 'applied') return <Applied run={run} />;
  if (run.phase === 'undone') return <Undone run={run} />;
  return null;
}

function Applied({ run }: { readonly run: ImportRun }) {
  const t = useText();
  const format = useFormats();
  const undoing = useAsk(undoImport, { invalidates: [readImport, listImports] });
  return (
    <section className="yl-run-end" aria-label={t(texts.appliedTitle)}>
      <Check size={20} aria-hidden="true" />
      <div className="yl-run-end-words">
        <h2>{t(texts.appliedTitle)}</h2>
        <p>{t(broughtWords(run))}</p>
        <p className="yl-run-end-next">
          {t(texts.next)} <Link to="/customers">{t(texts.toCustomers)}</Link>{' '}
          <Link to="/today">{t(texts.toToday)}</Link>
        </p>
        {run.undoUntil && (
          <p className="yl-quiet">
            {t(texts.undoUntil)} {format.date(dayOf(run.undoUntil))}
          </p>
        )}
        {undoing.error && <p role="alert">{undoing.error.message}</p>}
      </div>
      <Popconfirm
        placement="bottomRight"
        title={t(texts.undo)}
        description={t(texts.undoAsk)}
        okText={t(texts.undo)}
        cancelText={t(texts.cancel)}
        onConfirm={() => undoing.mutate({ importId: run.id })}
      >
        <Button icon={<Undo2 size={14} aria-hidden="true" />} loading={undoing.isPending}>
          {t(texts.undo)}
        </Button>
      </Popconfirm>
    </section>
  );
}

function Undone({ run }: { readonly run: ImportRun }) {
  const t = useText();
  const kept = run.kept ?? [];
  return (
    <section className="yl-run-end" aria-label={t(texts.undoneTitle)}>
      <Undo2 size={20} aria-hidden="true" />
      <div className="yl-run-end-words">
        <h2>{t(texts.undoneTitle)}</h2>
        {kept.length === 0 ? (
          <p>{t(texts.nothingKept)}</p>
        ) : (
          <>
            <p>
              <b>{t(texts.keptTitle)}</b> {t(texts.keptNote)}
            </p>
            <ul>
              {together(kept).map(({ key, whats, why, door, who }) => (
                <li key={key}>
                  {whats.map(({ what, count }) => `${t(what)} ${count}`).join(t({ zh: '、', en: ', ' }))} · {t(why)}
                  {who && (
                    <span className="yl-run-end-who">
                      {who.map(({ id, name }) => (
                        <Link key={id} to={`/${door === 'rooms' ? 'rooms' : 'customers'}/${id}`}>
                          {name}
                        </Link>
                      ))}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
