import type { Kysely } from 'kysely';
import type { DB } from '../../../database/schema.ts';

/** The tables this capability owns. Touching any other is a type error. */
export type Tables = Pick<
  DB,
  | 'customer_fact'
  | 'label_history'
  | 'label_night'
  | 'customer_mark'
  | 'value_scale'
  | 'giving_up'
  | 'saved_view'
  | 'book_setting'
  | 'bulk_act'
  | 'bulk_act_item'
  | 'customer_export'
>;
export type Db = Kysely<Tables>;
