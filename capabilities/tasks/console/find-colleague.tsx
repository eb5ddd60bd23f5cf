import { useText } from '@yilu/platform/web';
import { Input } from 'antd';
import { texts } from './text.ts';

interface FindColleagueProps {
  readonly text: string;
  readonly onType: (text: string) => void;
}

/** Where a team is longer than a page. */
export function FindColleague({ text, onType }: FindColleagueProps) {
  const t = useText();
  return (
    <Input
      allowClear
      className="yl-today-find"
      aria-label={t(texts.findColleague)}
      placeholder={t(texts.findColleague)}
      value={text}
      onChange={(event) => onType(event.target.value)}
    />
  );
}
