import { useText } from '@yilu/platform/web';
import { type Interaction, kindTitles, partTitles } from '../contract/index.ts';
import { texts } from './text.ts';

/** A masked phone reads as it does elsewhere on a page. */
const stars = /(?<=\d)\*{4}(?=\d)/g;

/** The passages in the order of the form; a single one needs no name. */
export function Words({ contact }: { readonly contact: Pick<Interaction, 'kind' | 'parts' | 'reacted'> }) {
  const t = useText();
  const given = Object.entries(contact.parts).filter(([, words]) => words !== undefined) as [
    keyof typeof partTitles,
    string | number,
  ][];
  if (given.length === 0) return t(contact.reacted ? kindTitles[contact.kind] : texts.notReached);
  return (
    <>
      {given.map(([part, words]) => (
        <span key={part} className="in-passage">
          {given.length > 1 && <span className="yl-quiet">{t(partTitles[part])} </span>}
          {typeof words === 'string' ? words.replace(stars, '••••') : words}
        </span>
      ))}
    </>
  );
}
