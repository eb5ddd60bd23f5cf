import { useAsk, useText } from '@yilu/platform/web';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { chooseProject, type ImportRun, readImport } from '../contract/index.ts';
import { texts } from './text.ts';

/** The one question an import may have: to which project do the rows belong. */
export function AskingProject({ run }: { readonly run: ImportRun }) {
  const t = useText();
  const [projectId, setProjectId] = useState<string>();
  const [name, setName] = useState(run.suggestedProject ?? '');
  const asking = useAsk(chooseProject, { invalidates: [readImport] });
  return (
    <section className="yl-asking" aria-label={t(texts.whichProject)}>
      <h2>{t(texts.whichProject)}</h2>
      <p className="yl-quiet">{t(texts.whichProjectNote)}</p>
      {run.projects.length > 0 && (
        <div className="yl-asking-line">
          <Select
            aria-label={t(texts.project)}
            placeholder={t(texts.project)}
            value={projectId}
            showSearch={{ optionFilterProp: 'label' }}
            options={run.projects.map(({ id, name: label }) => ({ value: id, label }))}
            onChange={setProjectId}
          />
          <Button
            type="primary"
            disabled={!projectId}
            loading={asking.isPending}
            onClick={() => asking.mutate({ importId: run.id, projectId })}
          >
            {t(texts.save)}
          </Button>
        </div>
      )}
      <div className="yl-asking-line">
        <Input
          aria-label={t(texts.newProject)}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
        <Button
          {...(run.projects.length === 0 ? { type: 'primary' as const } : {})}
          disabled={name.trim() === ''}
          loading={asking.isPending}
          onClick={() => asking.mutate({ importId: run.id, newProject: name.trim() })}
        >
          {t(texts.newProject)}
        </Button>
      </div>
      {asking.error && (
        <p className="yl-imports-late" role="alert">
          {asking.error.message}
        </p>
      )}
    </section>
  );
}
