import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { Day } from '../../contract/index.ts';
import { useLanguage } from '../text/language.ts';

export interface DayFieldProps {
  readonly value: Day | undefined;
  readonly onChange: (value: Day | undefined) => void;
  readonly id?: string;
  readonly status?: 'error' | 'warning' | '';
  readonly disabled?: boolean;
  readonly min?: Day | undefined;
  readonly max?: Day | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-label'?: string | undefined;
}

export function DayPicker({ value, onChange, min, max, id, status, disabled, ...aria }: DayFieldProps) {
  const { language } = useLanguage();
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  return (
    <DatePicker
      {...aria}
      {...(id ? { id } : {})}
      {...(status ? { status } : {})}
      {...(disabled === undefined ? {} : { disabled })}
      value={value ? dayjs(value) : null}
      onChange={(_, text) => onChange(typeof text === 'string' && text !== '' ? (text as Day) : undefined)}
      {...(min ? { minDate: dayjs(min) } : {})}
      {...(max ? { maxDate: dayjs(max) } : {})}
      placeholder=""
      style={{ width: '100%' }}
    />
  );
}
