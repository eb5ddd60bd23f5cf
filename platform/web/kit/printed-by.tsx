import { useLayoutEffect } from 'react';
import { useViewer } from '../pages/viewer.tsx';
import { useText } from '../text/language.ts';
import { useFormats } from '../text/use-formats.ts';

const printedBy = (name: string, at: string) => ({
  zh: `${name} 打印于 ${at}`,
  en: `Printed by ${name}, ${at}`,
});

/** Who prints, and when: where it stands, and through the style sheet at the foot of every further page. */
export function PrintedBy() {
  const t = useText();
  const { name } = useViewer();
  const formats = useFormats();
  const words = t(printedBy(name, `${formats.today} ${formats.clock(formats.now)}`));
  useLayoutEffect(() => {
    document.documentElement.style.setProperty('--yl-printed-by', JSON.stringify(words));
    return () => {
      document.documentElement.style.removeProperty('--yl-printed-by');
    };
  }, [words]);
  return words;
}
