import {
  EmptyState,
  FormRow,
  Link,
  PanelSection,
  pathTo,
  phoneOnPage,
  SidePanel,
  useAsk,
  useMay,
  useText,
  useToast,
} from '@yilu/platform/web';
import { Button, Input, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import {
  addRelation,
  editCustomers,
  type Person,
  type Relation,
  RelationKind,
  relationTitles,
  removeRelation,
  revealPhones,
  revealRelationNote,
  toldAgain,
} from '../contract/index.ts';
import { personAddress } from './addresses.ts';
import { PersonPicker } from './person-picker.tsx';
import { RelationGraph } from './relation-graph.tsx';
import { RelationMap } from './relation-map.tsx';
import { RevealAskingWhy } from './reveal-asking-why.tsx';
import { relationGone, texts, whatTheyAre } from './text.ts';
import { touchedByEdits } from './touched.ts';

interface RelationsSectionProps {
  readonly person: Person;
  /** In the own portfolio the reason to look at a phone is preset. */
  readonly mine: boolean;
  readonly relations: readonly Relation[];
}

/** Who hangs together with this person (DOS-18): drawn, and as a list. */
export function RelationsSection({ person, mine, relations }: RelationsSectionProps) {
  const t = useText();
  const canEdit = useMay()(editCustomers);
  const [adding, add] = useState(false);
  const [isWide, widen] = useState(false);
  const remove = useRemoving(person);
  return (
    <div id="cu-relations">
      <PanelSection
        title={t(texts.relations)}
        note={
          canEdit && (
            <Button type="text" size="small" icon={<Plus size={14} />} onClick={() => add(true)}>
              {t(texts.add)}
            </Button>
          )
        }
      >
        {relations.length === 0 && <EmptyState small title={t(texts.noRelations)} />}
        {relations.length > 0 && <RelationGraph name={person.name} relations={relations} />}
        <ul>
          {relations.map((relation) => (
            <li key={relation.id} className="cu-relation">
              <Link to={pathTo(personAddress, { personId: relation.personId })}>{relation.name}</Link>
              <span className="yl-quiet">{t(relationTitles[relation.seenAs])}</span>
              {relation.note && <Note personId={person.id} mine={mine} relation={relation} />}
              {canEdit && (
                <Button
                  type="text"
                  size="small"
                  icon={<X size={13} />}
                  aria-label={`${t(texts.remove)} ${relation.name}`}
                  onClick={() => void remove(relation)}
                />
              )}
            </li>
          ))}
        </ul>
        {relations.length > 0 && (
          <button type="button" className="yl-plain cu-link" onClick={() => widen(true)}>
            {t(texts.relationMap)}
          </button>
        )}
      </PanelSection>
      {isWide && <RelationMap person={person} onClose={() => widen(false)} />}
      {adding && <AddRelation person={person} onClose={() => add(false)} />}
    </div>
  );
}

/** What was noted about the two; a phone in it is shown whole once, and the look is recorded (SEC-09). */
function Note({
  personId,
  mine,
  relation: { id: relationId, note, masked },
}: {
  readonly personId: string;
  readonly mine: boolean;
  readonly relation: Relation;
}) {
  const may = useMay();
  const revealing = useAsk(revealRelationNote);
  return (
    <span className="yl-quiet">
      {revealing.data?.note ?? phoneOnPage(note ?? '')}
      {masked && !revealing.data && may(revealPhones) && (
        <RevealAskingWhy
          mine={mine}
          isPending={revealing.isPending}
          error={revealing.error?.message}
          onReveal={(reason) => revealing.mutate({ personId, relationId, reason })}
        />
      )}
    </span>
  );
}

/** One tap takes a link away, and 撤销 brings it back. */
function useRemoving(person: Person) {
  const t = useText();
  const tell = useToast();
  const removing = useAsk(removeRelation, { invalidates: touchedByEdits });
  const adding = useAsk(addRelation, { invalidates: touchedByEdits });
  return async ({ id, personId: otherId, name, seenAs, note, masked }: Relation) => {
    try {
      await removing.mutateAsync({ personId: person.id, relationId: id });
    } catch (error) {
      return tell({ message: error instanceof Error ? error.message : String(error), failed: true });
    }
    const { kind, otherIsFrom } = toldAgain(seenAs);
    const [to, from] = otherIsFrom ? [person.id, otherId] : [otherId, person.id];
    tell({
      message: t(relationGone(name)),
      // A note with a masked phone could only be brought back without it.
      ...(!masked && {
        undo: () => adding.mutateAsync({ personId: to, otherId: from, kind, ...(note && { note }) }),
      }),
    });
  };
}

function AddRelation({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const t = useText();
  const [otherId, pick] = useState<string | undefined>();
  const [kind, choose] = useState<RelationKind>('spouse');
  const [note, setNote] = useState('');
  const adding = useAsk(addRelation, { invalidates: touchedByEdits, onDone: onClose });
  return (
    <SidePanel
      open
      title={t(texts.addRelation)}
      onClose={onClose}
      foot={
        <Button
          type="primary"
          disabled={!otherId}
          loading={adding.isPending}
          onClick={() => otherId && adding.mutate({ personId: person.id, otherId, kind, ...(note.trim() && { note }) })}
        >
          {t(texts.add)}
        </Button>
      }
    >
      <FormRow label={t(texts.otherPerson)} error={adding.error?.message}>
        <PersonPicker value={otherId} except={person.id} onPick={(id) => pick(id)} />
      </FormRow>
      <FormRow label={t(whatTheyAre(person.name))}>
        <Select
          value={kind}
          onChange={choose}
          options={RelationKind.options.map((value) => ({ value, label: t(relationTitles[value]) }))}
        />
      </FormRow>
      <FormRow label={t(texts.relationNote)}>
        <Input value={note} maxLength={100} onChange={(event) => setNote(event.target.value)} />
      </FormRow>
    </SidePanel>
  );
}
