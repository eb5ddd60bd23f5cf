import { type AskError, useText } from '@yilu/platform/web';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { mostColleagues } from '../contract/index.ts';
import { choosing, foundCount, nobodyCalled } from './colleague-text.ts';
import { useFoundColleagues } from './use-colleagues.ts';

/** A colleague as a list offers them. */
export interface Found {
  readonly value: string;
  readonly label: string;
  /** Where they work: of two with the same name it tells which. */
  readonly places?: readonly string[];
}

interface Looking {
  readonly projectId?: string | undefined;
  readonly alsoLeft?: boolean | undefined;
  readonly suggested?: string | undefined;
}

/** A list that opens, is typed into, and says what it found: what one choice of a colleague and a choice of several share. */
export function useLook({ suggested = '', ...where }: Looking) {
  const t = useText();
  const [isOpen, open] = useState(false);
  const [text, type] = useState('');
  const typed = useFoundColleagues({ ...where, text: text || suggested, when: isOpen });
  // Nobody is called as suggested: then those whom an empty text finds.
  const isVain = text === '' && suggested !== '' && typed.found?.length === 0;
  const anybody = useFoundColleagues({ ...where, text: '', when: isOpen && isVain });
  const { found, error, again } = isVain ? anybody : typed;
  const words = found === undefined && !error ? t(choosing.looking) : wordsOf();

  function wordsOf(): string {
    if (error?.code === 'web.offline') return t(choosing.offline);
    if (error) return error.code === 'web.no_answer' ? t(choosing.noAnswer) : error.message;
    if (found && found.length > 0) return t(foundCount(found.length));
    return t(text.trim() === '' ? choosing.nobodyHere : nobodyCalled(text.trim()));
  }

  return {
    text,
    found,
    control: {
      // All of them are options for a screen reader, not those about the chosen one.
      virtual: false,
      showSearch: { filterOption: false, onSearch: type },
      onOpenChange: (opens: boolean) => {
        open(opens);
        // What was typed goes with the list, but antd says so only of choices of several.
        if (!opens) type('');
      },
      notFoundContent: <NotFound words={words} error={error} onAgain={again} />,
      optionRender: ({ data }: { data: Found }) => (
        <span className="yl-colleague">
          {data.label}
          {data.places && <span className="yl-foot">{data.places.join(t(choosing.and))}</span>}
        </span>
      ),
      popupRender: (list: ReactElement) => (
        <>
          {list}
          {found?.length === mostColleagues && <div className="yl-colleague-note yl-foot">{t(choosing.typeOn)}</div>}
        </>
      ),
    },
    /** Said by a screen reader whenever it changes. */
    said: (
      <span className="yl-hidden" role="status">
        {isOpen ? words : ''}
      </span>
    ),
  };
}

interface NotFoundProps {
  readonly words: string;
  readonly error: AskError | null;
  readonly onAgain: () => unknown;
}

function NotFound({ words, error, onAgain }: NotFoundProps) {
  const t = useText();
  return (
    <div className="yl-colleague-note">
      {words}
      {error && (
        <Button size="small" onClick={() => void onAgain()}>
          {t(choosing.again)}
        </Button>
      )}
    </div>
  );
}
