import { FormRow, SidePanel, useAnswer, useAsk, useFormats, useText, useToast } from '@yilu/platform/web';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { fieldOf, mergePeople, type Person, type PersonView, sexTitles, viewPerson } from '../contract/index.ts';
import { PersonPicker } from './person-picker.tsx';
import { texts } from './text.ts';
import { touchedByEdits } from './touched.ts';
import { ValueWords } from './value-words.tsx';

/** Two records of one person become one: side by side, and for each difference which value to keep. */
export function MergePanel({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const t = useText();
  const tell = useToast();
  const [otherId, pick] = useState<string | undefined>();
  const [taken, take] = useState<readonly string[]>([]);
  const mine = useAnswer(viewPerson, { personId: person.id });
  const other = useAnswer(viewPerson, { personId: otherId ?? person.id }, { when: otherId !== undefined });
  const merging = useAsk(mergePeople, {
    invalidates: touchedByEdits,
    onDone: () => {
      tell({ message: `${t(texts.merged)}：${person.name}` });
      onClose();
    },
  });
  return (
    <SidePanel
      open
      title={t(texts.merge)}
      onClose={onClose}
      width={520}
      foot={
        <Button
          type="primary"
          disabled={!otherId || !mine.data}
          loading={merging.isPending}
          onClick={() =>
            otherId &&
            mine.data &&
            merging.mutate({
              personId: person.id,
              otherId,
              version: mine.data.person.version,
              takeFromOther: [...taken],
            })
          }
        >
          {t(texts.mergeIt)}
        </Button>
      }
    >
      <p className="yl-quiet">{t(texts.mergeNote)}</p>
      <FormRow label={t(texts.otherPerson)} error={merging.error?.message}>
        <PersonPicker
          value={otherId}
          except={person.id}
          onPick={(id) => {
            pick(id);
            take([]);
          }}
        />
      </FormRow>
      {otherId && mine.data && other.data && (
        <Differences mine={mine.data} other={other.data} taken={taken} onTake={take} />
      )}
    </SidePanel>
  );
}

interface DifferencesProps {
  readonly mine: PersonView;
  readonly other: PersonView;
  readonly taken: readonly string[];
  readonly onTake: (places: readonly string[]) => void;
}

function Differences({ mine, other, taken, onTake }: DifferencesProps) {
  const t = useText();
  const { date } = useFormats();
  const sexOf = ({ sex }: Person) => (sex ? t(sexTitles[sex]) : undefined);
  const own = [
    { place: 'name', title: t(texts.name), here: mine.person.name, there: other.person.name },
    { place: 'sex', title: t(texts.sex), here: sexOf(mine.person), there: sexOf(other.person) },
    {
      place: 'birthDate',
      title: t(texts.birth),
      here: mine.person.birthDate && date(mine.person.birthDate),
      there: other.person.birthDate && date(other.person.birthDate),
    },
  ].filter(({ here, there }) => here !== undefined && there !== undefined && here !== there);
  const answers = other.dossier.answers.flatMap(({ field: key, value }) => {
    const field = fieldOf(key);
    const here = mine.dossier.answers.find((one) => one.field === key)?.value;
    const differs = here !== undefined && value !== undefined && JSON.stringify(here) !== JSON.stringify(value);
    if (!field || !differs) return [];
    return [
      {
        place: key as string,
        title: t(field.title),
        here: <ValueWords field={field} value={here} />,
        there: <ValueWords field={field} value={value} />,
      },
    ];
  });
  return (
    <ul className="cu-merge">
      {[...own, ...answers].map(({ place, title, here, there }) => (
        <li key={place}>
          <span className="yl-quiet">{title}</span>
          <span>{here}</span>
          <Checkbox
            checked={taken.includes(place)}
            onChange={({ target }) => onTake(target.checked ? [...taken, place] : taken.filter((one) => one !== place))}
          >
            {there}
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}
