import type { OfPerson } from '@yilu/customers/console';
import { viewPerson } from '@yilu/customers/contract';
import { Explain, useAsk, useMay, useText, useToast } from '@yilu/platform/web';
import { Button, Dropdown } from 'antd';
import { Ellipsis } from 'lucide-react';
import { Fragment, useState } from 'react';
import {
  CustomerLabels,
  giveUpCustomers,
  labelTexts,
  labelValueText,
  type ProjectLabels,
  type Reckoning,
  takeBackGivingUp,
} from '../contract/index.ts';
import './book.css';
import { GivingUpPanel } from './giving-up-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { LabelGlyph } from './label-chip.tsx';
import { Besides, ReckoningShown } from './reckoning.tsx';
import { texts } from './text.ts';

/** A person's labels in the head of the 360° page, per project, each with its reckoning; they came with the page. */
export function LabelsPanel({ personId, panels }: OfPerson) {
  const [history, showHistory] = useState(false);
  const came = CustomerLabels.safeParse(panels.labels);
  const labels = came.success ? came.data : undefined;
  if (!labels || labels.projects.length === 0) return null;
  return (
    <>
      {labels.projects.length > 1 && <Overall overall={labels.overall} />}
      {labels.projects.map((project) => (
        <span key={project.projectId} className="sg-labels-line">
          {labels.projects.length > 1 && <span className="yl-quiet">{project.projectName}</span>}
          {project.labels.map((reckoning, at) => (
            <Fragment key={reckoning.label}>
              {/* What can be done with them stays on the line of the last. */}
              <span className="sg-labels-one">
                <Chip reckoning={reckoning} />
                {at === project.labels.length - 1 && (
                  <LabelActs personId={personId} project={project} onHistory={() => showHistory(true)} />
                )}
              </span>
              {reckoning.label === 'value' && <Besides reckoning={reckoning} />}
            </Fragment>
          ))}
        </span>
      ))}
      <HistoryPanel open={history} personId={personId} onClose={() => showHistory(false)} />
    </>
  );
}

/** Somebody known in several projects is one customer (SEG-06): the most advanced stage, every class, the liveliest contact. */
function Overall({ overall }: Pick<CustomerLabels, 'overall'>) {
  const t = useText();
  const kinds = ['lifecycle', 'value', 'activity'] as const;
  return (
    <span className="sg-labels-line">
      <span className="yl-quiet">{t(texts.overall)}</span>
      {kinds.map((label) => {
        const value = overall[label];
        return value && <LabelGlyph key={label} label={label} value={value} />;
      })}
    </span>
  );
}

function Chip({ reckoning }: { readonly reckoning: Reckoning }) {
  const t = useText();
  const { label, value = '' } = reckoning;
  const said = t(labelValueText(label, value));
  const about = t(labelTexts[label]);
  return (
    <Explain
      label={t({ zh: `${about} ${said}，为什么`, en: `${about} ${said}: why` })}
      full={<ReckoningShown reckoning={reckoning} />}
      width={label === 'value' ? 360 : 320}
    >
      {label === 'completeness' ? (
        <span className="yl-quiet">
          {about} {said}
        </span>
      ) : (
        <LabelGlyph label={label} value={value} />
      )}
    </Explain>
  );
}

interface LabelActsProps {
  readonly personId: string;
  readonly project: ProjectLabels;
  readonly onHistory: () => void;
}

function LabelActs({ personId, project: { projectId, labels }, onHistory }: LabelActsProps) {
  const t = useText();
  const may = useMay();
  const tell = useToast();
  const [asking, ask] = useState(false);
  const takeBack = useAsk(takeBackGivingUp, { invalidates: [viewPerson] });
  const lifecycle = labels.find(({ label }) => label === 'lifecycle');
  const isLead = lifecycle?.value === 'POTENTIAL' || lifecycle?.value === 'PROSPECTIVE';
  const hasGivenUp = lifecycle?.reasons.some(({ criterion, met }) => criterion === 'gaveUp' && met) ?? false;
  const items = [
    { key: 'history', label: t(texts.history), onClick: onHistory },
    ...(may(giveUpCustomers) && isLead ? [{ key: 'give-up', label: t(texts.gaveUp), onClick: () => ask(true) }] : []),
    ...(may(giveUpCustomers) && hasGivenUp
      ? [
          {
            key: 'take-back',
            label: t(texts.takeBackGivingUp),
            onClick: () => takeBack.mutate({ personId, projectId }),
          },
        ]
      : []),
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button
          type="text"
          size="small"
          aria-label={t(texts.labels)}
          icon={<Ellipsis size={14} aria-hidden="true" />}
        />
      </Dropdown>
      {asking && (
        <GivingUpPanel
          personId={personId}
          projectId={projectId}
          onClose={() => ask(false)}
          onDone={() => {
            ask(false);
            tell({ message: t(texts.gaveUpDone), undo: () => takeBack.mutateAsync({ personId, projectId }) });
          }}
        />
      )}
    </>
  );
}
