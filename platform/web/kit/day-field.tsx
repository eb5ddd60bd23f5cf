import type { DayFieldProps } from './day-picker.tsx';
import { later } from './later.tsx';
import './day-field.css';

/** A calendar day, typed or picked. */
export const DayField = later<DayFieldProps>(
  async () => (await import('./day-picker.tsx')).DayPicker,
  <span className="yl-day-coming" aria-busy="true" />,
);
