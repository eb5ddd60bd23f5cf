import {
  EmptyState,
  ErrorState,
  LoadingState,
  PageBody,
  PanelSection,
  PanelSlot,
  useAnswer,
  usePanels,
  useParams,
  useText,
} from '@yilu/platform/web';
import { useState } from 'react';
import { type FieldGroup, fieldOf, type PersonView, viewPerson } from '../contract/index.ts';
import { DossierPanel } from './dossier-panel.tsx';
import { DossierSide } from './dossier-side.tsx';
import { EditPersonPanel } from './edit-person-panel.tsx';
import { HouseholdSection } from './household-section.tsx';
import { PersonHead } from './person-head.tsx';
import { PhonesPanel } from './phones-panel.tsx';
import { RelationsSection } from './relations-section.tsx';
import { type OfPerson, personRail, personSide, personTimeline } from './slots.ts';
import { texts } from './text.ts';
import './customers.css';

/** The 360° page (DOS-55): who, homes, labels, the dossier with its gaps, one timeline, relations, what comes next. */
export function PersonPage() {
  const t = useText();
  const { personId } = useParams('personId');
  const { data: view, error, refetch } = useAnswer(viewPerson, { personId });
  if (error) return <ErrorState error={error} title={t(texts.notLoaded)} onRetry={refetch} />;
  if (!view) return <LoadingState shape="form" rows={8} />;
  return <Person key={view.person.id} view={view} />;
}

/** What is open beside the page. */
type Open =
  | { readonly what: 'dossier'; readonly group: FieldGroup; readonly field?: string }
  | { readonly what: 'details' | 'phones' };

function Person({ view }: { readonly view: PersonView }) {
  const t = useText();
  const [open, show] = useState<Open | undefined>();
  const { person, homes } = view;
  const about: OfPerson = {
    personId: person.id,
    name: person.name,
    mine: view.mine,
    projectIds: person.projectIds,
    roomIds: homes.filter(({ endedOn }) => endedOn === undefined).map(({ roomId }) => roomId),
    panels: view.panels,
  };
  const hasTimeline = usePanels(personTimeline).length > 0;
  const close = () => show(undefined);
  const jump = (to: string) => {
    const [kind, key = ''] = to.split(':');
    const field = kind === 'field' ? fieldOf(key) : undefined;
    if (field) show({ what: 'dossier', group: field.group, field: key });
    else if (to === 'person:phones') show({ what: 'phones' });
    else if (kind === 'person') show({ what: 'details' });
    else document.getElementById(`cu-${key}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  };

  return (
    <>
      <PersonHead
        view={view}
        about={about}
        onEdit={() => show({ what: 'details' })}
        onPhones={() => show({ what: 'phones' })}
      />
      <PageBody
        side={
          <>
            <DossierSide dossier={view.dossier} onGroup={(group) => show({ what: 'dossier', group })} onJump={jump} />
            <PanelSlot slot={personSide} {...about} />
          </>
        }
        rail={
          <>
            <RelationsSection person={person} mine={view.mine} relations={view.relations} />
            <HouseholdSection person={person} household={view.household} />
            <PanelSlot slot={personRail} {...about} />
          </>
        }
      >
        <div id="cu-timeline">
          {hasTimeline ? (
            <PanelSlot slot={personTimeline} {...about} />
          ) : (
            <PanelSection title={t(texts.timeline)}>
              <EmptyState small title={t(texts.noTimeline)} />
            </PanelSection>
          )}
        </div>
      </PageBody>
      {open?.what === 'dossier' && (
        <DossierPanel dossier={view.dossier} mine={view.mine} group={open.group} focus={open.field} onClose={close} />
      )}
      {open?.what === 'details' && <EditPersonPanel person={person} onClose={close} />}
      {open?.what === 'phones' && <PhonesPanel person={person} mine={view.mine} onClose={close} />}
    </>
  );
}
