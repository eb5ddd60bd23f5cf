import type { Sentence } from '@yilu/platform/contract';
import { useAsk, useText } from '@yilu/platform/web';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { chooseProject, type ImportRun, readImport } from '../contract/index.ts';
import { texts } from './text.ts';

type Ask = NonNullable<ImportRun['asks']>[number];

/** An existing project by its id, or a name for a new one. */
interface Choice {
  readonly projectId?: string;
  readonly newProject?: string;
}

/** The one question an import may have: to which projects do the rows belong. Every unknown name is asked at once. */
export function AskingProject({ run }: { readonly run: ImportRun }) {
  const t = useText();
  const asks = run.asks ?? [{ sheets: [] }];
  const [choices, setChoices] = useState<readonly Choice[]>(() => asks.map((ask) => likely(ask, run)));
  const asking = useAsk(chooseProject, { invalidates: [readImport] });
  const isComplete = asks.every((_, at) => choices[at]?.projectId || choices[at]?.newProject?.trim());
  const confirm = () => {
    const named = asks.flatMap(({ name }, at) => (name === undefined ? [] : [{ name, ...trimmed(choices[at]) }]));
    const unnamed = asks.findIndex(({ name }) => name === undefined);
    asking.mutate({ importId: run.id, names: named, ...(unnamed >= 0 && trimmed(choices[unnamed])) });
  };
  return (
    <section className="yl-asking" aria-label={t(texts.whichProject)}>
      <h2>{t(texts.whichProject)}</h2>
      <p className="yl-quiet">{t(texts.whichProjectNote)}</p>
      {asks.map((ask, at) => (
        <AskedProject
          key={ask.name ?? ''}
          ask={ask}
          run={run}
          choice={choices[at] ?? {}}
          onChoose={(choice) => setChoices(choices.map((before, other) => (other === at ? choice : before)))}
        />
      ))}
      <Button type="primary" disabled={!isComplete} loading={asking.isPending} onClick={confirm}>
        {t(texts.goOn)}
      </Button>
      {asking.error && (
        <p className="yl-imports-late" role="alert">
          {asking.error.message}
        </p>
      )}
    </section>
  );
}

interface AskedProjectProps {
  readonly ask: Ask;
  readonly run: ImportRun;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

const aNewOne = 'new';

function AskedProject({ ask, run, choice, onChoose }: AskedProjectProps) {
  const t = useText();
  const label = ask.name ?? t(texts.namesNone);
  const isNew = choice.newProject !== undefined;
  const options = [
    { value: aNewOne, label: t(texts.newProject) },
    ...run.projects.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className="yl-asking-line">
      <span className="yl-asking-name">
        <b>{label}</b>
        <small className="yl-quiet">{t(sheetsInShort(ask.sheets))}</small>
      </span>
      <Select
        aria-label={`${label} ${t(texts.project)}`}
        placeholder={t(texts.project)}
        value={isNew ? aNewOne : (choice.projectId ?? null)}
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        onChange={(chosen: string) =>
          onChoose(chosen === aNewOne ? { newProject: ask.name ?? '' } : { projectId: chosen })
        }
      />
      {isNew && (
        <Input
          aria-label={`${label} ${t(texts.newProject)}`}
          placeholder={t(texts.newProjectName)}
          value={choice.newProject}
          maxLength={60}
          onChange={(event) => onChoose({ newProject: event.target.value })}
        />
      )}
    </div>
  );
}

const sheetsNamed = 3;

function sheetsInShort(sheets: readonly string[]): Sentence {
  const more = sheets.length > sheetsNamed;
  const first = sheets.slice(0, sheetsNamed);
  return {
    zh: `${first.join('、')}${more ? ` 等 ${sheets.length} 张表` : ''}`,
    en: `${first.join(', ')}${more ? ` and ${sheets.length - sheetsNamed} more sheets` : ''}`,
  };
}

/** An existing project whose name is part of the one in the file or the other way round, else a new one of that name. */
function likely({ name }: Ask, { projects, asks = [] }: ImportRun): Choice {
  if (name === undefined) {
    const [named, another] = asks.flatMap((ask) => ask.name ?? []);
    // Of several that the files name none is likelier than another.
    if (named && !another) return { newProject: named };
    return projects.length === 0 ? { newProject: '' } : {};
  }
  const like = projects.find((project) => project.name.includes(name) || name.includes(project.name));
  return like ? { projectId: like.id } : { newProject: name };
}

function trimmed({ projectId, newProject }: Choice = {}): Choice {
  return projectId ? { projectId } : { newProject: (newProject ?? '').trim() };
}
