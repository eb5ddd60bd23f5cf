import {
  EmptyState,
  ErrorState,
  LoadingState,
  PageBody,
  PageHeader,
  PanelSection,
  useAnswer,
  useQueryState,
  useText,
} from '@yilu/platform/web';
import { Checkbox, Input } from 'antd';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { listCompanies, listParameters, type ParameterAnswer } from '../contract/index.ts';
import { capabilityName } from './capability-names.ts';
import { NodeSelect } from './node-select.tsx';
import { ParameterPanel } from './parameter-panel.tsx';
import { texts } from './text.ts';
import { valueInWords } from './value-field.tsx';
import './settings.css';

/** Every figure of the trade, as it stands at one company or project, with where it comes from. */
export function ParametersPage() {
  const t = useText();
  const companies = useAnswer(listCompanies, {});
  const [chosen, choose] = useQueryState('at');
  const [words, setWords] = useQueryState('q', '');
  const [onlyChanged, setOnlyChanged] = useState(false);
  const [openKey, open] = useQueryState('key');
  const nodeId = chosen ?? companies.data?.items[0]?.id;
  const { data, error, refetch } = useAnswer(listParameters, nodeId ? { nodeId } : {}, {
    when: companies.data !== undefined,
    keep: true,
  });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data || !nodeId) return <LoadingState shape="table" rows={10} />;

  const shown = data.items.filter((item) => matches(item, words) && (!onlyChanged || item.from !== undefined));
  const groups = Map.groupBy(shown, ({ capability }) => capability);
  const opened = data.items.find(({ key }) => key === openKey);
  return (
    <>
      <PageHeader title={t(texts.parameters)} note={t(texts.parametersNote)} />
      <PageBody>
        <div className="st-bar yl-narrowing">
          <Input
            allowClear
            prefix={<Search size={16} aria-hidden="true" />}
            aria-label={t(texts.search)}
            placeholder={t(texts.search)}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <NodeSelect aria-label={t(texts.at)} value={nodeId} onChange={choose} />
          <Checkbox checked={onlyChanged} onChange={(event) => setOnlyChanged(event.target.checked)}>
            {t(texts.onlyChanged)}
          </Checkbox>
        </div>
        {shown.length === 0 && (
          <EmptyState small title={t(texts.none)}>
            {t(texts.noneHow)}
          </EmptyState>
        )}
        {[...groups].map(([capability, items]) => (
          <PanelSection key={capability} title={t(capabilityName(capability))} note={items.length}>
            <ul className="st-lines">
              {items.map((item) => (
                <li key={item.key}>
                  <button type="button" className="yl-plain st-parameter" onClick={() => open(item.key)}>
                    <span>
                      <b>{t(item.title)}</b>
                      <span className="yl-foot">{t(item.affects)}</span>
                    </span>
                    <span className={typeof item.value === 'object' ? 'st-value st-many' : 'st-value yl-num'}>
                      {valueInWords(item.value, t, item)} {item.unit && <span className="yl-foot">{t(item.unit)}</span>}
                    </span>
                    <Origin item={item} nodeId={nodeId} />
                  </button>
                </li>
              ))}
            </ul>
          </PanelSection>
        ))}
      </PageBody>
      {opened && (
        <ParameterPanel
          key={`${opened.key}/${nodeId}`}
          parameter={opened}
          nodeId={nodeId}
          onClose={() => open(undefined)}
        />
      )}
    </>
  );
}

function Origin({ item, nodeId }: { readonly item: ParameterAnswer; readonly nodeId: string }) {
  const t = useText();
  if (!item.from) return <span className="yl-foot st-origin">{t(texts.shipped)}</span>;
  const here = item.from.nodeId === nodeId;
  return (
    <span className={here ? 'st-origin st-here' : 'yl-quiet st-origin'}>
      {here ? t(texts.setHere) : `${t(texts.inheritedFrom)} ${item.from.name}`}
    </span>
  );
}

function matches({ title, affects, key }: ParameterAnswer, words: string): boolean {
  const wanted = words.trim().toLowerCase();
  return (
    wanted === '' ||
    [title.zh, title.en, affects.zh, affects.en, key].some((text) => text.toLowerCase().includes(wanted))
  );
}
