import {
  ErrorState,
  LoadingState,
  PrintedBy,
  useAnswer,
  useFormats,
  useParams,
  useText,
  useViewer,
} from '@yilu/platform/web';
import { Button } from 'antd';
import {
  catalogue,
  type FieldGroup,
  groupTitles,
  type PersonView,
  partyRoleTitles,
  relationTitles,
  sexTitles,
  viewPerson,
} from '../contract/index.ts';
import { texts } from './text.ts';
import { ValueWords } from './value-words.tsx';
import './card.css';

const groups: readonly FieldGroup[] = ['background', 'economic', 'residence', 'personality', 'family', 'careDates'];

/** 业主档案卡 as A4: filled values in Kai, phones masked, no grade and no label (SEC-03). */
export function CardPage() {
  const t = useText();
  const { personId } = useParams('personId');
  const { data: view, error, refetch } = useAnswer(viewPerson, { personId });
  if (error) return <ErrorState error={error} title={t(texts.notLoaded)} onRetry={refetch} />;
  if (!view) return <LoadingState shape="form" rows={8} />;
  return <Card view={view} />;
}

function Card({ view: { person, homes, relations, dossier } }: { readonly view: PersonView }) {
  const t = useText();
  const formats = useFormats();
  const viewer = useViewer();
  const project = viewer.projects.find(({ id }) => id === person.projectIds[0])?.name ?? '';
  const head = [
    [t(texts.name), person.name],
    [t(texts.sex), person.sex ? t(sexTitles[person.sex]) : ''],
    [t(texts.birth), person.birthDate ? formats.date(person.birthDate) : (person.birthYear ?? '')],
    // Stars: the dots of the pages fall apart in the typeface of filled values.
    [t(texts.phone), person.phones.map(({ masked }) => masked).join('、')],
    [t(texts.identityNumber), person.identity?.masked ?? ''],
    [
      t(texts.homes),
      homes
        .filter(({ endedOn }) => !endedOn)
        .map((home) => `${home.roomLabel} ${t(partyRoleTitles[home.role])}`)
        .join('、'),
    ],
    [t(texts.relations), relations.map((one) => `${one.name} ${t(relationTitles[one.seenAs])}`).join('、')],
  ] as const;
  return (
    <main className="cu-card">
      <div className="cu-card-acts">
        <Button type="primary" onClick={() => window.print()}>
          {t(texts.print)}
        </Button>
      </div>
      <header>
        <span>{project}</span>
        <h1>{t(texts.card)}</h1>
      </header>
      <table>
        <Columns />
        <tbody>
          {head.map(([title, value]) => (
            <Row key={title} title={title}>
              {value}
            </Row>
          ))}
        </tbody>
      </table>
      {groups.map((group) => (
        <table key={group}>
          <Columns />
          <thead>
            <tr>
              <th colSpan={2} scope="colgroup">
                {t(groupTitles[group])}
              </th>
            </tr>
          </thead>
          <tbody>
            {catalogue
              .filter((field) => field.group === group && dossier.fields.includes(field.key))
              .map((field) => {
                const answer = dossier.answers.find((one) => one.field === field.key);
                return (
                  <Row key={field.key} title={t(field.title)}>
                    {answer?.declined ? (
                      t(texts.declinedToSay)
                    ) : answer?.value !== undefined ? (
                      <ValueWords field={field} value={answer.value} />
                    ) : (
                      ''
                    )}
                  </Row>
                );
              })}
          </tbody>
        </table>
      ))}
      <footer>
        <PrintedBy />
      </footer>
    </main>
  );
}

function Columns() {
  return (
    <colgroup>
      <col className="cu-card-title" />
      <col />
    </colgroup>
  );
}

function Row({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{children}</td>
    </tr>
  );
}
