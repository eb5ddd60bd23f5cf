import { useAnswer, useAsk, useGo, useText } from '@yilu/platform/web';
import { Button, Progress } from 'antd';
import { Building2, FileSpreadsheet } from 'lucide-react';

import { beginDemoEstate, type DemoEstate, readDemoEstate } from '../contract/index.ts';
import { Doorway } from './doorway.tsx';
import { Refused } from './sign-in-page.tsx';
import { door } from './text.ts';

/** After setting up: one's own spreadsheets, or a look around. */
export function WelcomePage() {
  const t = useText();
  const go = useGo();
  const demo = useAnswer(readDemoEstate, {}, { every: 1_500 });
  const beginning = useAsk(beginDemoEstate, { invalidates: [readDemoEstate] });
  const state = demo.data?.state ?? 'unavailable';
  return (
    <Doorway title={t(door.welcomeTitle)} wide>
      {beginning.error && <Refused message={beginning.error.message} />}
      <div className="yl-door-choices">
        <section className="yl-door-choice">
          <FileSpreadsheet size={28} aria-hidden="true" />
          <h2>{t(door.importTitle)}</h2>
          <p>{t(door.importNote)}</p>
          <Button type="primary" autoFocus onClick={() => go('/imports')}>
            {t(door.importAct)}
          </Button>
        </section>
        {state !== 'unavailable' && (
          <section className="yl-door-choice">
            <Building2 size={28} aria-hidden="true" />
            <h2>{t(door.demoTitle)}</h2>
            <DemoNote demo={demo.data} />
            {state === 'done' ? (
              <Button onClick={() => window.location.assign('/')}>{t(door.look)}</Button>
            ) : (
              <Button
                loading={beginning.isPending || state === 'running'}
                disabled={state === 'running'}
                onClick={() => beginning.mutate({})}
              >
                {t(door.demoAct)}
              </Button>
            )}
          </section>
        )}
      </div>
      <Button type="text" onClick={() => go('/')}>
        {t(door.later)}
      </Button>
    </Doorway>
  );
}

function DemoNote({ demo }: { readonly demo: DemoEstate | undefined }) {
  const t = useText();
  if (demo?.state === 'running')
    return (
      <p role="status">
        {t(door.demoRunning)}
        <Progress percent={Math.round((demo.share ?? 0) * 100)} size="small" />
      </p>
    );
  if (demo?.state === 'done') return <p role="status">{t(door.demoDone)}</p>;
  return <p>{t(demo?.state === 'failed' ? door.demoFailed : door.demoNote)}</p>;
}
